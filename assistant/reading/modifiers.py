"""Words that limit what is asked for, and stand nowhere around the evidence.

What this module does not know: names, places and classes told side by side
(`assistant.reading.scope`).
"""

import re
from typing import Final

from assistant.question import Asks
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.words import content_forms
from corpus.normalize import comparable, syllables

_UNMET: Final = 0.2
# Words that, after a noun, say which of its kinds is meant.
_KINDS: Final = """
nội địa, quốc tế, trong nước, ngoài nước, nước ngoài, trung ương, địa phương, tư nhân
chuyên nghiệp, chuyên khoa, đa khoa, ven biển, miền núi, hải đảo, đồng bằng, biên giới, vùng cao
nông thôn, đô thị, thành thị, nội thành, ngoại thành, phụ nữ, trẻ em, hộ nghèo, cận nghèo
khuyết tật, cao tuổi, dân tộc, thiểu số, gia đình, tập thể, công lập, tư thục, dân lập, mầm non
tiểu học, trung học, đại học, cao đẳng, trung cấp, công nghiệp, nông nghiệp, lâm nghiệp, thủy sản
nông sản, dịch vụ, thương mại, du lịch, xây dựng, vận tải, giáo dục, y tế, sinh hoạt, nguy hại
trực tiếp, gián tiếp, xuất khẩu, nhập khẩu, công nghệ cao, công chức, viên chức, sinh viên
học sinh, giáo viên, bác sĩ, điều dưỡng, đường sắt, đường bộ, đường thủy, hàng không, xe máy
ô tô, xe tải, xe buýt, kiểu mẫu
"""
_MODIFIERS: Final = tuple(
    tuple(syllables(phrase)) for line in _KINDS.strip().splitlines() for phrase in line.split(",")
)
_TURNED: Final = re.compile(
    r"\b(?:tỉ lệ|tỉ trọng|mức độ|mức|tốc độ|quá trình)"
    r" (?P<what>(?:[^\W\d_]+ ){0,2}?[^\W\d_]+) hóa\b"
)


def modifier(reading: Reading, best: Evidence) -> str:
    """Return a modifier that limits a figure asked for and stands nowhere around it, or "".

    "lượt khách nội địa": neither the sentence, nor its paragraph, headings or title say it.
    """
    if not reading.question.wants(Asks.QUANTITY) or not best.typed:
        return ""
    met = _met(reading, best)
    forms = syllables(reading.question.text)
    for place in range(1, len(forms)):
        for phrase in _MODIFIERS:
            stands = tuple(forms[place : place + len(phrase)]) == phrase
            after_noun = stands and bool(content_forms((forms[place - 1],)))
            if after_noun and min(met.get(form, 1.0) for form in phrase) < _UNMET:
                return " ".join(phrase)
    return ""


def changed(reading: Reading, best: Evidence) -> str:
    """Return what a rate is of, where the evidence lacks that it is a change, or "".

    "Tỷ lệ đô thị hóa" is not told by the share of the "dân số đô thị" that has clean water.
    """
    asked = _TURNED.search(comparable(reading.question.text))
    if asked is None or not best.typed:
        return ""
    met = _met(reading, best)
    word = asked["what"].split()[-1]
    return asked["what"] + " hóa" if met.get(word, 0) > _UNMET > met.get("hóa", 1) else ""


def _met(reading: Reading, best: Evidence) -> dict[str, float]:
    """Return how far the evidence and what stands around it meet each word of the question."""
    met: dict[str, float] = {}
    for term, share in zip(reading.matcher.terms, best.coverage.met, strict=True):
        met[term.text] = max(share, met.get(term.text, 0.0))
    return met
