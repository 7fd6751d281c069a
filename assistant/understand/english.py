"""English questions put into Vietnamese search words through the glossary.

The result is a Vietnamese search text, phrase by phrase, not a translation: the longest glossary
term wins, years become periods, and words with no term stay as typed (names, mostly).

What this module does not know: English grammar.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

from assistant.understand.glossary import Key, folded_key
from assistant.understand.syllable import bare_table
from corpus.normalize import strip_diacritics

_LONGEST: Final = 6
_SHARE: Final = 0.6
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:&[A-Za-z]+)?|[^\W_][\w.,/%-]*\w%?|\d%?")
_POSSESSIVE: Final = re.compile(r"['’]s?(?!\w)")
_RANGE: Final = re.compile(
    r"\b(?:from|between|in|during|over)?\s*(?:the\s+)?(?:period\s+)?(?:of\s+)?"
    r"((?:19|20)\d\d)\s*(?:-|to|and|until)\s*((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(
    r"\b(by|until|till|before|after|since|in|for|of|from)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"(?:year\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR_WORDS: Final = {
    "by": "đến năm", "until": "đến năm", "till": "đến năm", "before": "trước năm",
    "after": "sau năm", "since": "từ năm", "from": "từ năm",
}  # fmt: skip
_ENDINGS: Final = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
)
_LISTED: Final = re.compile(r"\b(?:what|which)\s+(?:are|were)\b", re.IGNORECASE)
_AMOUNT: Final = re.compile(
    r"\bwhat(?:'s|\s+is|\s+was|\s+will\s+be)?\b.*\b(?:rate|percent\w*|income|share|proportion|number|"
    r"amount|total|target|level|gdp|grdp|coverage|ratio|productivity|revenue|growth|budget)\b",
    re.IGNORECASE,
)
_DO: Final = r"(?:does|do|did|will|would|should|has|have|must)"
_ORDERS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), joint)
    for pattern, joint in (
        (
            (
                r"\W*how many (?P<np>\w[^?]*?) (?:are|is|were) "
                r"(?:there|set|given|listed|named|identified|defined)\b"
                r"(?: (?:in|for|of|under|within)\b(?! (?:19|20)\d\d))?(?P<rest>[^?]*)"
            ),
            "có bao nhiêu",
        ),
        (
            (
                rf"\W*how many (?P<np>\w[^?]*?) {_DO} (?P<rest>\w[^?]*?) "
                r"(?:set|have|contain|include|list|define|name|state|mention|comprise)"
                r"(?: out| up)?(?: in total| altogether| overall)?\W*$"
            ),
            "có bao nhiêu",
        ),
        (rf"\W*how (?:many|much) (?P<np>\w[^?]*?) {_DO} (?P<rest>\w[^?]*)", "bao nhiêu"),
    )
)
_HOW_MUCH: Final = re.compile(
    r"\W*how (?:much|high|large) (?:is|was|will be) (?P<rest>\w[^?]*)", re.IGNORECASE
)
_TIME_LAST: Final = re.compile(
    r"(?P<verb>\D+?) (?P<time>(?:(?:đến|trước|sau|từ) )?(?:năm \d{4}|giai đoạn [\d-]+))"
)
#: Meanings that stand behind their noun in Vietnamese, and before it in English.
_LIMITING: Final = frozenset(
    ("chủ yếu", "chính", "quốc tế", "hằng năm", "tiên tiến", "mới", "công nghệ số", "quốc gia",
     "đô thị", "nông thôn", "môi trường", "xã hội", "kinh tế", "công nghiệp", "chung", "cụ thể",
     "số", "hiện đại", "công nghệ cao", "tư nhân", "nước ngoài", "trong nước", "trực tuyến",
     "chủ chốt", "truyền thống", "sinh thái", "đổi mới sáng tạo", "nhà nước", "công")
)  # fmt: skip
_NO_NOUN: Final = re.compile(
    r"(?:bao nhiêu|những|các|nào|gì|là|đến|năm|giai đoạn|đạt|có|tăng|giảm|ai|với|cho|và|tại|trong|"
    r"từ|của|đặt|phát triển$|xây dựng$|chi\b|còn\b)"
)
_ASKED: Final = re.compile(r"^(?:những )?gì ")
_WHATS: Final = re.compile(r"\b(?:what|who|where|when|how)['’]s\b", re.IGNORECASE)


def is_english(question: str, known: Collection[str]) -> bool:
    """Tell whether a question is asked in English, by the share of words the glossary knows."""
    if strip_diacritics(question) != question:
        return False
    words = [word for word in _words(question) if word.isalpha()]
    english = [word for word in words if _is_known(word, known)]
    foreign = [word for word in english if word not in bare_table()]
    return len(words) > 1 and len(english) >= _SHARE * len(words) and len(foreign) * 4 >= len(words)


def to_vietnamese(question: str, terms: Mapping[Key, str]) -> str:
    """Return a Vietnamese search text for an English question."""
    if turned := _turned(question, terms):
        return turned
    asked = _tail(question)
    text = _WHATS.sub(lambda match: match.group(0)[:-2] + " is", question)
    text = _RANGE.sub(r" giai đoạn \1-\2 ", _POSSESSIVE.sub("", text))
    text = _YEAR.sub(_year, text)
    tokens = [match.group(0) for match in _TOKEN.finditer(text)]
    said: list[str] = []
    place = 0
    while place < len(tokens):
        size, meaning = _longest(tokens, place, terms)
        if meaning and meaning not in said[-1:]:
            said.append(meaning)
        place += size
    return _joined(_in_order(said), asked)


def _turned(question: str, terms: Mapping[Key, str]) -> str:
    """Put "how many X does Y set?" in Vietnamese order, "Y set bao nhiêu X?", "" if it is none."""
    for pattern, joint in _ORDERS:
        if match := pattern.match(question):
            counted, rest = (to_vietnamese(match[one] or "", terms)[:-1] for one in ("np", "rest"))
            return f"{_time_first(rest)} {joint} {counted}?".strip() if counted else ""
    if match := _HOW_MUCH.match(question):
        return f"{to_vietnamese(match['rest'], terms)[:-1]} là bao nhiêu?"
    return ""


def _time_first(said: str) -> str:
    """Put a time before the verb, as Vietnamese does: "đến năm 2025 còn" (bao nhiêu …)."""
    match = _TIME_LAST.fullmatch(said)
    return f"{match['time']} {match['verb']}" if match else said


def _in_order(said: list[str]) -> list[str]:
    """Put what limits a noun behind it: "chủ yếu" "chỉ tiêu" is "chỉ tiêu chủ yếu"."""
    ordered = list(said)
    for place in range(len(ordered) - 2, -1, -1):
        noun = ordered[place + 1]
        if ordered[place] in _LIMITING and noun[:1].islower() and not _NO_NOUN.match(noun):
            ordered[place], ordered[place + 1] = noun, ordered[place]
    return ordered


def _joined(said: list[str], asked: str) -> str:
    text = " ".join(said)
    if asked and asked not in text and "nào" not in text and "bao nhiêu" not in text:
        text = f"{_ASKED.sub('', text, count=1)} {asked}"
    return f"{text}?"


def _tail(question: str) -> str:
    if _LISTED.search(question):
        return "là những gì"
    if _AMOUNT.search(question):
        return "là bao nhiêu"
    return "là gì" if re.match(r"\W*what\b", question, re.IGNORECASE) else ""


def _year(match: re.Match[str]) -> str:
    before = _YEAR_WORDS.get(match.group(1).lower(), "năm")
    return f"{before} {match.group(2)}"


def _longest(tokens: list[str], place: int, terms: Mapping[Key, str]) -> tuple[int, str]:
    for size in range(min(_LONGEST, len(tokens) - place), 0, -1):
        key = folded_key(" ".join(tokens[place : place + size]))
        for form in (key, _singular(key)):
            if form in terms:
                return size, terms[form]
    token = tokens[place]
    for stem in _forms(token.lower()):
        if (stem,) in terms:
            return 1, terms[stem,]
    return 1, token


def _singular(key: Key) -> Key:
    last = key[-1] if key else ""
    return (*key[:-1], last[:-1]) if last.endswith("s") else key


def _is_known(word: str, known: Collection[str]) -> bool:
    return any(form in known for form in _forms(word))


def _forms(word: str) -> list[str]:
    stems = [(word[: -len(end)], other) for end, other in _ENDINGS if word.endswith(end)]
    return [word, *(stem + other for stem, other in stems)]


def _words(question: str) -> list[str]:
    return [
        part
        for match in _TOKEN.finditer(_POSSESSIVE.sub("", question))
        for part in folded_key(match.group(0))
    ]
