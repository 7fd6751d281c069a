"""Follow-ups completed from the last full question, with no language model.

A follow-up is told by its form: it opens with "còn", "thế", "vậy" or ends with "thì sao"; it is
only a period, only asking words, or a short noun phrase; or it points back ("chỉ tiêu đó"). What
it names replaces the part of the same kind in the last full question: a period a period, asking
words asking words, a class a class, anything else the topic. A question with its own topic and
its own asking words never inherits.

What this module does not know: documents, or whether the completed question has an answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from assistant.understand import shifts, slots
from assistant.understand.forms import FollowUp, is_follow_up, taken_apart, unopened
from assistant.understand.merge import with_asking, with_period, with_rate, with_verb
from assistant.understand.nearby import beside, counted_noun, may_lean
from assistant.understand.pointing import Kind, Pointing, asks_for_named, meant
from assistant.understand.slots import is_hollow, tidy
from assistant.understand.topics import Rivals, readings
from assistant.understand.turns import wants_more, wants_one_of, wants_source
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.within import asked_within, parts_of
from corpus.normalize import comparable

_FIGURE: Final = re.compile(
    r"(?:(?:từ|trên|dưới|hơn|kém|quá|không quá|tối thiểu|tối đa|ít nhất) )*"
    r"\d+(?:[.,]\d+)*\s*(?P<unit>%|(?!năm\b|tháng\b|ngày\b)[^\W\d_]+\d?)"
    r"(?: (?:trở lên|trở xuống|trở đi))?",
    re.IGNORECASE,
)


class Recall(Protocol):
    """What a conversation can be asked when words alone do not tell: the documents' answers."""

    def answer_to(self, question: str) -> str:
        """Return the words that answer a full question, or ""."""

    def best(self, questions: Sequence[str], named: str) -> str:
        """Return the question that the documents answer, of ``named``; the first when none."""

    def part_of(self, whole: str, questions: Sequence[str], named: str) -> str:
        """Return the question that is answered beside what answers ``whole``, of ``named``."""

    def beside(self, whole: str, alone: str, questions: Sequence[str], named: str) -> str:
        """Return the question answered beside ``whole`` where ``alone`` is not answered, or ""."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What completing leans on: the documents' words, words that exclude others, the answers."""

    vocabulary: Vocabulary
    rivals: Rivals = field(default_factory=dict)
    recall: Recall | None = None

    def answer_to(self, question: str) -> str:
        """Return what answered an earlier question, or "" where that cannot be known."""
        return self.recall.answer_to(question) if self.recall else ""

    def best(self, questions: Sequence[str], named: str) -> str:
        """Return the reading that the documents answer, or the likeliest."""
        if self.recall is None or len(questions) == 1:
            return questions[0]
        return self.recall.best(questions, named)

    def part_of(self, whole: str, questions: Sequence[str], named: str) -> str:
        """Return the reading that is answered beside the answer to ``whole``, or the likeliest."""
        return self.recall.part_of(whole, questions, named) if self.recall else questions[0]


def completed(question: str, before: str, setting: Setting) -> str | None:
    """Return a follow-up completed from the last full question, or None when it is none.

    Args:
        question: a repaired question without courtesy.
        before: the last question of the conversation, repaired and itself complete.
        setting: the indexed documents' words, and what else it may lean on.
    """
    if not before.strip():
        return None
    base = tidy(before)
    if wants_source(question, base) or wants_more(question) or wants_one_of(question, base):
        return _ended(base)
    if said := asked_within(question):
        parts = [_ended(one) for one in parts_of(base, said)]
        return setting.part_of(_ended(base), parts, slots.unasked(said))
    asked = taken_apart(question, base)
    if not is_follow_up(asked, setting.vocabulary):
        return _leaning(question, asked, base, setting)
    found, named = _candidates(question, asked, base, setting)
    return setting.best([_ended(one) for one in found], named) if found else None


def _leaning(question: str, asked: FollowUp, base: str, setting: Setting) -> str | None:
    """Return a question that only its answer's place joins to the last one, completed, or None."""
    if setting.recall is None or not may_lean(question, asked):
        return None
    found = [_ended(one) for one in beside(question, asked, base, setting.rivals)]
    named = counted_noun(question) or slots.unasked(question)
    return setting.recall.beside(_ended(base), _ended(question), found, named) or None


def _candidates(
    question: str, asked: FollowUp, base: str, setting: Setting
) -> tuple[Sequence[str], str]:
    """Return what a follow-up may mean, likeliest first, and the words of its own."""
    if asked.pointing is not None:
        said = meant(asked.pointing, base, lambda: setting.answer_to(_ended(base)))
        return (_pointed(question, asked, asked.pointing, said, base),), ""
    if asked.rate or asked.verbal:
        return _said_of(asked, base, setting), ""
    if asked.whole:
        return (slots.without(base, slots.period(base)),), ""
    if asked.topic and asked.asking and not is_hollow(asked.topic):
        return _of_whole(question, asked, base), ""
    return _put_together(asked, base, setting)


def _said_of(asked: FollowUp, base: str, setting: Setting) -> Sequence[str]:
    if asked.rate:
        return with_rate(base, asked.rate)
    name = setting.answer_to(_ended(base)) if asks_for_named(base) else ""
    return with_verb(base, asked.said, name)


def _of_whole(question: str, asked: FollowUp, base: str) -> Sequence[str]:
    """Return what a question with its own topic and asking words takes from the last one."""
    if asked.later:
        return (_with_time_told(question, asked.period, base),)
    if asked.related:
        return (tidy(f"{slots.unasked(base)} {tidy(question)}"), tidy(question))
    missing = not asked.period and slots.period(base) is not None
    return (_with_period_of(question, asked, base),) if missing else ()


def _put_together(asked: FollowUp, base: str, setting: Setting) -> tuple[Sequence[str], str]:
    """Put the parts a follow-up names in place of their like in the last question."""
    if figure := _other_figure(asked, base):
        return (with_asking(figure, asked.asking, "") if asked.asking else figure,), ""
    found: Sequence[str] = (base,)
    if asked.topic and (slots.group(asked.topic) or not is_hollow(asked.topic)):
        found = readings(base, asked.topic, setting.rivals)
    if asked.period:
        found = [with_period(one, asked.period) for one in found]
    if asked.asking and is_hollow(asked.topic):
        found = [with_asking(one, asked.asking, asked.topic) for one in found]
    return found, asked.topic


def _pointed(question: str, asked: FollowUp, found: Pointing, said: str, base: str) -> str:
    """Put what is meant where the follow-up points back to it, and the last period beside it."""
    text = unopened(question[: found.span.start] + said + question[found.span.end :])
    if slots.asking(text) is None and slots.HOW_MUCH.search(comparable(base)):
        text = f"{tidy(text)} là bao nhiêu"
    when = slots.period(base)
    if asked.period or when is None or found.kind in (Kind.PERSON, Kind.DEED):
        return text
    return with_period(tidy(text), when.of(base))


def _with_time_told(question: str, said: str, base: str) -> str:
    """Say which time is meant by "giai đoạn sau" in a question that is else whole."""
    text = unopened(tidy(question))
    when, stage = slots.period(base), slots.group(base)
    if when is not None:
        told = shifts.shifted(when.of(base), said)
    elif stage is not None and stage.kind in comparable(said):
        told = shifts.stage_after(stage.span.of(base), said)
    else:
        return text
    at = comparable(text).find(comparable(said))
    return text if at < 0 else tidy(f"{text[:at]} {told} {text[at + len(said) :]}")


def _other_figure(asked: FollowUp, base: str) -> str:
    """Return the last question with the follow-up's figure for its own ("khi nào đạt 95%?")."""
    new = _FIGURE.search(asked.topic)
    if not new or not is_hollow(_FIGURE.sub("", asked.topic)):
        return ""
    unit = comparable(new["unit"])
    old = next((one for one in _FIGURE.finditer(base) if comparable(one["unit"]) == unit), None)
    return base[: old.start()] + new.group(0) + base[old.end() :] if old else ""


def _with_period_of(question: str, asked: FollowUp, base: str) -> str:
    """Give a follow-up that has its own topic and asking words the last question's period."""
    text = unopened(tidy(question))
    when = slots.period(base)
    return text if asked.period or when is None else with_period(text, when.of(base))


def _ended(text: str) -> str:
    text = tidy(text)
    return f"{text[:1].upper()}{text[1:]}?"
