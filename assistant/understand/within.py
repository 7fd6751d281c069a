"""What a follow-up asks of a part of what was spoken of: "trong đó khách quốc tế bao nhiêu?".

The part stands beside the whole in the documents, so the readings made here are chosen between by
where their answer stands (`assistant.recall.Recall.part_of`).

What this module does not know: documents, or other follow-ups.
"""

import re
from typing import Final

from assistant.understand import slots
from assistant.understand.merge import with_period
from assistant.understand.slots import tidy
from assistant.understand.subjects import COUNTED, clause_end, whole_subject
from corpus.normalize import comparable

_THEM: Final = r"(?:đó|số đó|số này|tổng số đó|tổng số này|số ấy|đấy)"
_WITHIN: Final = re.compile(rf"(?:và |thế |vậy |còn )?trong {_THEM}(?: thì)?,? (?:thì )?(?=\w)")
_OF_THEM: Final = re.compile(
    rf"(?:có )?(?P<amount>(?:bao nhiêu|mấy)(?: phần trăm| %)?(?: [^\W\d_]+)?)"
    rf" (?:trong|của|thuộc) {_THEM} (?:là |thì )?(?P<said>.+)"
)
_ENDS_WITHIN: Final = re.compile(
    rf"(?P<said>.*\b(?:bao nhiêu|mấy)\b.*?) (?:trong|của) {_THEM}(?: (?:vậy|thế|ạ|nhỉ))?"
)
_LIMIT: Final = re.compile(r"(?:dành cho|cho|của|thuộc|ở|tại|từ|về|do|là|có|đạt|dưới|trên|không)\b")


def asked_within(question: str) -> str:
    """Return what a question asks of a part of what was spoken of, or "" when it is no such.

    "Bao nhiêu trong số đó cho công nhân" is "cho công nhân bao nhiêu".
    """
    text = tidy(question)
    low = comparable(text)
    if match := _OF_THEM.fullmatch(low):
        said, amount = text[match.start("said") :], text[match.start("amount") :]
        return f"{said} {amount[: match.end('amount') - match.start('amount')]}"
    if match := _WITHIN.match(low):
        return text[match.end() :]
    match = _ENDS_WITHIN.fullmatch(low)
    return text[: match.end("said")] if match else ""


def parts_of(base: str, said: str) -> tuple[str, ...]:
    """Return what ``said``, asked of a part, may mean after the last question, likeliest first."""
    subject = whole_subject(base)
    when = slots.period(base)
    topic = slots.unasked(said)
    own = slots.period(said) is not None
    bare = slots.asking(said) is None
    found = []
    counted = COUNTED.search(comparable(base))
    if counted:
        end = clause_end(base, counted.end())
        noun = base[counted.end() : end]
        limited = f"{noun} {topic}" if _LIMIT.match(comparable(topic)) else _joined(noun, topic)
        if limited:
            found.append(f"{base[: counted.end()]}{limited} {base[end:]}")
        elif bare:
            found.append(f"{base[: counted.end()]}{noun} {topic} {base[end:]}")
    found.append(f"{said} trong {subject}{' là bao nhiêu' if bare else ''}")
    if when is not None and not own:
        found = [*found, with_period(found[-1], when.of(base)), with_period(said, when.of(base))]
    return tuple(dict.fromkeys(tidy(one) for one in (*found, said)))


def _joined(noun: str, topic: str) -> str:
    """Return a topic in place of the end of what is counted: "lượt khách", "khách quốc tế"."""
    first = comparable(topic).split()[:1]
    words = noun.split()
    lowered = [comparable(word) for word in words]
    if not first or first[0] not in lowered:
        return ""
    return " ".join((*words[: lowered.index(first[0])], topic))
