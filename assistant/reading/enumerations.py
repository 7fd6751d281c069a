"""Things named one by one right after their noun: "3 dân tộc: Kinh, Hoa, Khmer", "5 huyện (…)".

Where a question asks "những dân tộc nào", the names after "dân tộc" are the list, whatever else
the sentence is about.

What this module does not know: lists that a verb leads in (`assistant.reading.lists`).
"""

import re
from collections.abc import Sequence
from typing import Final

from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.outline import Item, Listing, share_of
from assistant.reading.reader import Reading
from assistant.reading.slots import slot_of
from corpus.model import Span
from corpus.normalize import comparable

_LOOKED_AT: Final = 12
_SHARE: Final = 0.5
_SURE: Final = 0.2
_LINKS: Final = re.compile(
    r"(?:\s+(?:chính|chủ yếu|lớn|sau|sau đây|gồm|bao gồm|là|như|đó là))*\s*(?P<opens>[:(])\s*"
)
_SEPARATOR: Final = re.compile(r"[,;]\s| và ")
_LISTS: Final = re.compile(r"\b(?:gồm|bao gồm|là|như)\b:?|:")
_MOST_CHARACTERS: Final = 300
_MOST_WORDS: Final = 8


def named_after_noun(reading: Reading) -> Listing:
    """Return the clause in which the noun asked for is followed by several names, if any.

    Of several the one that meets the question best; it counts for more than it meets, since what
    is asked for is named there.
    """
    slot = slot_of(reading.question.text)
    if slot is None or not slot.noun:
        return Listing()
    best = Listing()
    for evidence in _sentences(reading):
        document = evidence.notes.document
        spans = [clause.span for clause in evidence.notes.clauses]
        opens = [_opens(document.quote(one), slot.noun) for one in spans]
        found = next((pair for pair in zip(spans, opens, strict=True) if pair[1]), None)
        if found is None:
            continue
        # What a colon opens goes on to the end of the sentence, over its semicolons.
        span = Span(found[0].start, spans[-1].end) if found[1] == ":" else found[0]
        inside = reading.matcher.met(evidence.notes.sentence.view)
        met = [max(pair) for pair in zip(inside, evidence.coverage.met, strict=True)]
        share = share_of(reading, met)
        if share >= _SHARE and share + _SURE > best.share:
            best = Listing((Item(document, span),), share + _SURE)
    return best


def _sentences(reading: Reading) -> Sequence[Evidence]:
    first: dict[str, Evidence] = {}
    for evidence in reading.evidence:
        if not evidence.notes.is_row and evidence.time is not TimeFit.OTHER:
            first.setdefault(evidence.notes.passage.id, evidence)
    return list(first.values())[:_LOOKED_AT]


def _opens(text: str, noun: Sequence[str]) -> str:
    """Return the colon or bracket that opens several things after the noun, or ""."""
    form = comparable(text)
    phrase = r"\s+".join(map(re.escape, noun))
    if _begins(form, phrase) or _with_names(text, form, phrase):
        return ","
    for found in re.finditer(rf"\b{phrase}\b", form):
        opens = _LINKS.match(form, found.end())
        if opens is None:
            continue
        end = form.find(")", opens.end()) if opens["opens"] == "(" else len(form)
        inside = form[opens.end() : end if end >= 0 else len(form)][:_MOST_CHARACTERS]
        if len(_SEPARATOR.findall(inside)) >= 1:
            return opens["opens"]
    return ""


def _begins(form: str, phrase: str) -> bool:
    """Tell whether a clause is of the noun: "Các thành phố chính … gồm: A, B và C"."""
    found = re.match(rf"\W*(?:[0-9]+[.)]\s*)?(?:các|những|một số)\s+{phrase}\b", form)
    opens = _LISTS.search(form, found.end()) if found else None
    return opens is not None and len(_SEPARATOR.findall(form, opens.end())) > 1


def _with_names(text: str, form: str, phrase: str) -> bool:
    """Tell whether several names follow the noun: "hai tỉnh Hà Bắc và Hà Nam"."""
    return any(
        _are_names(text[found.end() :].split()[:_MOST_WORDS])
        for found in re.finditer(rf"\b{phrase}\s+", form)
    )


def _are_names(words: Sequence[str]) -> bool:
    """Tell whether words begin with names, then "và", then another name."""
    named = 0
    while named < len(words) and words[named][0].isupper():
        named += 1
    after = named + 1
    linked = named > 0 and words[named : named + 1] == ["và"]
    return linked and after < len(words) and words[after][0].isupper()
