"""Judging one sentence of a model: shown, or withheld and why.

A sentence passes when its markers point to passages that were given; when everything in it that
the project's one verifier knows of (figures, units, bounds, times, document numbers, names) stands
in those passages; when its content words do; and when the claim check does not find that the
documents say otherwise.

What this module does not know: how sentences arrive, or whether they answer the question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Status, VerdictKind
from assistant.ask import Assistant
from assistant.llm.association import SIDE_MET, misplaced, places_in, stated_in
from assistant.llm.markers import cited, unmarked
from assistant.matching import Matcher, View
from assistant.verify import violations
from assistant.words import content_terms
from corpus.errors import QuestionError
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import mentions

COVERED = 0.7
"""The share of a sentence's content, weighed by rarity, that its passages must hold.

Between what was seen of claims on the shipped document: those it supports have .80 or more of their
content in the passages they rest on, those about other things .58 or less.
"""
LONGEST = 1_200
_MARK = 2  # the syllables of a list mark ("1.1.") that a quoted line may lack

_OPENING = re.compile(r"^(?:-\s+)?(?:Có|Không|Đúng|Đúng vậy|Không đúng|Chưa)\s*[.,:;!]\s*")
_BARE = re.compile(r"^(?:có|không|đúng|đúng vậy|không đúng|chưa)\W*$", re.IGNORECASE)
_SAYS = re.compile(r"\s(?:đạt|là|chiếm|có|gồm|bao gồm)\s", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|[\w.-]+@[\w-]+\.", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:không(?! (?:chỉ|những|ngừng|gian|khí|quân|quá|dưới|dùng)\b)|chưa|chẳng|chả)\b"
)

_REASONS = {
    "number": "con số {text} không có trong đoạn được dẫn",
    "unit": "{text} không có trong đoạn được dẫn với đơn vị này",
    "bound": "{text} không có trong đoạn được dẫn với mức chặn này",
    "time": "thời gian {text} không có trong đoạn được dẫn",
    "pairing": "đoạn được dẫn nêu con số này cho năm khác: {text}",
    "document_number": "số hiệu {text} không có trong đoạn được dẫn",
    "name": "tên {text} không có trong đoạn được dẫn",
}
_OTHERWISE = "{text} không có trong đoạn được dẫn"
UNCITED = "câu không dẫn đoạn nào"
NOT_GIVEN = "câu dẫn đoạn {text} không có trong các đoạn đã cho"
ODD = "câu có ký tự, địa chỉ hay độ dài bất thường"
ANOTHERS = "con số {text} trong đoạn được dẫn là của điều khác"
ANOTHER_YEAR = _REASONS["pairing"]
UNCOVERED = "nội dung của câu không có trong đoạn được dẫn"
PARTED = "không đoạn được dẫn nào nói điều này về điều ấy: {text}"
DENIES = "câu phủ định điều đoạn được dẫn nêu"
CONTRARY = "câu trái với văn bản"


@dataclass(frozen=True)
class Judge:
    """Judges sentences against the passages given to a model, ``given[0]`` being [1]."""

    assistant: Assistant
    given: Sequence[Citation]
    question: str = ""

    def reason(self, text: str, before: str = "") -> str:
        """Return why a sentence is withheld, in Vietnamese, "" when it may be shown.

        ``before`` is the sentence released before it, on which it may lean.
        """
        numbers = cited(text)
        if not numbers:
            return UNCITED
        if strange := [number for number in numbers if not 0 < number <= len(self.given)]:
            return NOT_GIVEN.format(text="".join(f"[{number}]" for number in strange))
        passages = [self.given[number - 1] for number in numbers]
        said = _OPENING.sub("", unmarked(text))
        if len(said) > LONGEST or _is_odd(said, passages):
            return ODD
        return (
            self._unsupported(said, passages)
            or self._uncovered(said, passages)
            or (
                ""
                if _is_quoted(said, passages)
                else self._misplaced(said, passages, before)
                or self._parted(said, passages)
                or self._contrary(said, passages)
            )
        )

    def _unsupported(self, said: str, passages: Sequence[Citation]) -> str:
        sentence = Answer(Status.ANSWERED, said, citations=tuple(passages))
        found = violations(sentence, self.assistant.documents)
        if not found:
            return ""
        first = found[0]
        return _REASONS.get(first.kind, _OTHERWISE).format(text=f"“{first.text}”")

    def _uncovered(self, said: str, passages: Sequence[Citation]) -> str:
        share = coverage(self.assistant, said, [f"{one.title}\n{one.quote}" for one in passages])
        return "" if share >= COVERED else UNCOVERED

    def _misplaced(self, said: str, passages: Sequence[Citation], before: str) -> str:
        annotations = self.assistant.reader.annotations
        stated = [place for one in passages for place in stated_in(one, annotations)]
        stated += [place for title in {one.title for one in passages} for place in places_in(title)]

        def covered(text: str, sources: Sequence[str]) -> float | None:
            return share_of(self.assistant, text, sources)

        found = misplaced(said, stated, (before, self.question), covered)
        if found is None:
            return ""
        figure, other_year = found
        return (ANOTHER_YEAR if other_year else ANOTHERS).format(text=f"“{figure}”")

    def _parted(self, said: str, passages: Sequence[Citation]) -> str:
        """Return why a sentence without figures says of one passage's matter what none says of it.

        Where it says what something is, has or reaches, one passage must hold enough of both.
        """
        verb = _SAYS.search(said)
        if not verb or places_in(said):
            return ""
        for one in passages:
            source = [f"{one.title}\n{self._headed(one)}"]
            shares = (
                share_of(self.assistant, side, source)
                for side in (said[: verb.start()], said[verb.end() :])
            )
            if all(share is None or share >= SIDE_MET for share in shares):
                return ""
        return PARTED.format(text=f"“{said[verb.end() :]}”")

    def _headed(self, citation: Citation) -> str:
        """Return a quote under the headings that it stands under."""
        document = self.assistant.documents[citation.document]
        parents = document.paragraph_at(citation.span.start).parents
        headings = [document.quote(document.paragraphs[place].span) for place in parents]
        return "\n".join([*headings, citation.quote])

    def _contrary(self, said: str, passages: Sequence[Citation]) -> str:
        quotes = comparable("\n".join(one.quote for one in passages))
        if _NOT.search(comparable(said)) and not _NOT.search(quotes):
            return DENIES
        view, stated = View.of(said), View.of(quotes)
        for word, opposite in self.assistant.checker.opposites:
            if view.has(word) and stated.has(opposite) and not stated.has(word):
                return CONTRARY
        try:
            verdict = self.assistant.check(said)
        except QuestionError:
            return ODD
        return CONTRARY if verdict.kind is VerdictKind.REFUTED else ""


def is_bare(text: str) -> bool:
    """Tell whether a sentence is only "Có." or "Không.", which leans on the next."""
    return bool(_BARE.match(text))


def coverage(assistant: Assistant, said: str, sources: Sequence[str]) -> float:
    """Return the share 0..1 of a text's content, weighed by rarity, that the sources hold."""
    share = share_of(assistant, said, sources)
    return 1.0 if share is None else share


def share_of(assistant: Assistant, said: str, sources: Sequence[str]) -> float | None:
    """Return the same, None where the text has no content."""
    found = mentions(said)
    figures: list[Span] = [one.number_span for one in found.quantities]
    figures += [time.core for time in found.times]
    terms = content_terms(said, figures)
    if not terms:
        return None
    matcher = Matcher(terms, assistant.reader.annotations.rarity, assistant.synonyms_of(said))
    return matcher.coverage([(1.0, View.of(source)) for source in sources]).share


def _is_quoted(said: str, passages: Sequence[Citation]) -> bool:
    """Tell whether a sentence is a whole passage word for word, which cannot be twisted."""
    forms = View.of(said).forms
    views = [View.of(one.quote) for one in passages]
    return any(view.has(forms) and len(forms) + _MARK >= len(view.forms) for view in views)


def _is_odd(said: str, passages: Sequence[Citation]) -> bool:
    """Tell whether a text has addresses, or figures in other signs, that its passages lack."""
    quotes = "\n".join(one.quote for one in passages)
    if any(match.group(0) not in quotes for match in _ADDRESS.finditer(said)):
        return True
    strange = {char for char in said if char.isnumeric() and not char.isascii()}
    return not strange <= set(quotes) or not any(char.isalnum() for char in said)
