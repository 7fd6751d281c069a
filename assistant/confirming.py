"""A second look at a "Có": the statement a yes/no question puts is held against the documents.

"Đến năm 2025, 40% xã đạt chuẩn kiểu mẫu, phải không?" puts a statement whole, and "Người mua có
được bán lại nhà không?" puts "Người mua được bán lại nhà", so the claim check judges it: what it
refutes by a figure or name is a "Không" with the difference, and what it does not find is refused,
for a sentence that neither affirms nor denies makes no "Có"; nor does one that has nothing of what
the question says of its subject.

What this module does not know: how statements are judged (`assistant.claims`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Protocol

from assistant.answer import Answer, Citation, Status, VerdictKind
from assistant.claims.verdict import Aspect, Difference, Verdict
from assistant.decide import Outcome
from assistant.question import Question
from assistant.reading.comparison import COMPARES, bound_asked
from assistant.reading.excerpt import tidy
from assistant.reading.membership import outside_the_list
from assistant.reading.planned import against_plan
from assistant.reading.polarity import question_denies
from assistant.reading.reader import Reading
from assistant.reading.statement import Binds, statement_of
from assistant.verify import DENIES
from corpus.normalize import comparable, syllables
from prompts.load import Templates

_ENDS: Final = re.compile(
    r"[\s,]*\b(?:có (?:phải|đúng)(?: vậy| thế)?|phải|đúng)(?: là)? (?:không|chưa)"
    r"(?:\s+(?:ạ|nhỉ|vậy|thế|hả|nhé|ha|hở|à))*\W*$|[\s,]*\b(?:đúng chứ|à|hả|ư)\W*$"
)
_OPENS: Final = re.compile(r"^\W*(?:có (?:phải|đúng)(?: là)?|phải chăng|đúng là|liệu có phải)\s+")
_END: Final = re.compile(r"[\s,]*\b(?:hay )?(?:không|chưa)(?:\s+(?:ạ|nhỉ|vậy|thế|hả))*\W*$")
_IS_IT: Final = re.compile(r"\bcó (?:phải|đúng) là\s+|\bcó phải\s+(?=(?:do|vì|từ|để)\b)")
_ANY: Final = re.compile(r"\b(?:nào|gì|ai|đâu|bao nhiêu|mấy)\b")
_BINDS: Final[Mapping[Binds, str]] = MappingProxyType(
    {Binds.FACT: "", Binds.PERMISSION: "được ", Binds.DUTY: "phải "}
)
_SURE: Final = 0.9
_SURE_OF_ASKED: Final = 0.85
_SURE_OF_MODEL: Final = 0.6
"""Under it a "Có" needs a statement that the rules alone bear out, not the learned model."""
_UNMET: Final = 0.2
_MOST_UNMET: Final = 0.35
"""The share of what a yes/no question says, by weight, that may be missing around a "Có"."""
_HALF: Final = 0.5
_WHOLE: Final = frozenset({"hết", "đều"})
"""Words that say of how many; a comparison has told that."""
_ROUGHLY: Final = re.compile(r"^(?:khoảng|ước|ước đạt|chừng|xấp xỉ|cỡ) ")
_BARE: Final = re.compile(r"[\s.,;:?!]+$")


class Checks(Protocol):
    """Holds a statement against the documents; `ClaimChecker` does."""

    def check(self, statement: str) -> Verdict:
        """Return the verdict on a statement."""

    def check_by_rules(self, statement: str) -> Verdict:
        """Return the verdict on a statement that the rules alone reach."""


def statement_put(question: Question) -> str:
    """Return the statement that a question puts up whole to be confirmed, or ""."""
    text = question.text.strip()
    form = text.lower()
    if ends := _ENDS.search(form):
        opens = _OPENS.match(form)
        return _sentence(text[opens.end() if opens else 0 : ends.start()])
    last = _END.search(form)
    end = last.start() if last else len(text)
    if opens := _OPENS.match(form):
        return _sentence(text[opens.end() : end])
    if is_it := _IS_IT.search(form, 0, end):
        return _sentence(f"{text[: is_it.start()]}là {text[is_it.end() : end]}")
    return ""


def statement_asked(question: Question) -> str:
    """Return the statement that "… có … không?" asks about, or "" where it is none of its own.

    "Có chỉ tiêu nào … không?" states nothing.
    """
    asked = statement_of(question.text)
    if not asked.subject or _ANY.search(comparable(question.text)):
        return ""
    return _sentence(f"{asked.subject} {_BINDS[asked.binds]}{asked.predicate}")


def unmet_predicate(reading: Reading) -> str:
    """Return what a yes/no question says and the text hardly has around its evidence, or "".

    "Hướng dẫn viên có được hỗ trợ tiền ăn không?" is no "Có" where only "hỗ trợ học phí" stands.
    """
    said = set(syllables(statement_of(reading.question.text).predicate)) - _WHOLE
    if bound_asked(reading.question):
        said -= COMPARES  # "vượt 34 tỷ" is met by "hơn 35 tỷ"
    best = reading.best
    if best is None or not said:
        return ""
    rows = zip(reading.matcher.terms, reading.matcher.weights, best.coverage.met, strict=True)
    terms = [(term, weight, share) for term, weight, share in rows if term.text in said]
    total = sum(weight for _, weight, _ in terms)
    unmet = [
        (term.text, weight) for term, weight, share in terms if term.weight >= 1 and share < _UNMET
    ]
    if sum(weight for _, weight in unmet) < _MOST_UNMET * total or not unmet:
        return ""
    return " ".join(text for text, _ in unmet)


def _hardly_met(reading: Reading) -> bool:
    """Tell whether a question with no subject has less than half of its words, by weight, met."""
    if reading.best is None or statement_of(reading.question.text).subject:
        return False
    met = zip(reading.matcher.weights, reading.best.coverage.met, strict=True)
    return sum(weight * share for weight, share in met) < _HALF * sum(reading.matcher.weights)


def _sentence(text: str) -> str:
    bare = _BARE.sub("", text)
    return f"{bare[:1].upper()}{bare[1:]}." if " " in bare else ""


@dataclass(frozen=True, slots=True)
class Confirmer:
    """Looks again at the answers to questions that put up a statement."""

    checker: Checks
    templates: Templates

    def confirmed(self, reading: Reading, answer: Answer) -> Answer:
        """Return ``answer``, or the answer that the claim check gives in its place."""
        question = reading.question
        elsewhen = Outcome.OTHER_TIME.value in answer.reasons
        if question.yes_no and (answer.status is Status.REFUSED or elsewhen):
            return self._told_otherwise(reading, answer)
        judged = question.yes_no and answer.status is Status.ANSWERED and not against_plan(reading)
        of_list = "list" in answer.reasons  # whether it is a member is told by the list itself
        if not judged or of_list or "yes_no" not in answer.reasons or question_denies(question):
            return answer
        says_yes = answer.text.startswith("Có")
        if statement := statement_put(question):
            said = statement_of(question.text)
            figured = any(one.figures for one in question.mentions.quantities)
            if says_yes and said.subject and not figured and unmet_predicate(reading):
                return self._refused(answer, answer.citations)
            return self._put(question, answer, self.checker.check(statement), says_yes=says_yes)
        statement = statement_asked(question) if says_yes else ""
        if says_yes and not statement and _hardly_met(reading):
            return self._refused(answer, answer.citations)
        return self._asked(reading, answer, statement) if statement else answer

    def _told_otherwise(self, reading: Reading, answer: Answer) -> Answer:
        """Return a "Không" in place of a refusal, where the text tells of the very thing otherwise.

        "Nghị quyết 29 ban hành ngày 17/11/2021 đúng không?" over "ngày 17/11/2022".
        """
        statement = statement_put(reading.question)
        verdict = self.checker.check_by_rules(statement) if statement else None
        if verdict is None or verdict.kind is not VerdictKind.REFUTED or not verdict.differences:
            return answer
        denies = replace(answer, status=Status.ANSWERED, reasons=(DENIES,))
        said = self._denied(denies, verdict)
        return answer if said is denies else said

    def _asked(self, reading: Reading, answer: Answer, statement: str) -> Answer:
        """Return the "Có" to a question about a statement, where the statement is met."""
        if unmet_predicate(reading) or outside_the_list(reading):
            return self._refused(answer, answer.citations)
        verdict = self.checker.check(statement)
        if verdict.kind is VerdictKind.REFUTED and verdict.differences:
            met = bound_asked(reading.question) and _of_value(verdict)  # "trên 300" met by 353
            return answer if met else self._denied(answer, verdict)
        if verdict.kind is not VerdictKind.SUPPORTED and answer.confidence < _SURE_OF_ASKED:
            return self._refused(answer, verdict.citations)
        return self._borne_out(answer, statement)

    def _borne_out(self, answer: Answer, statement: str) -> Answer:
        """Return a "Có", refused where it is unsure and the rules do not bear out what it says."""
        if answer.confidence >= _SURE_OF_MODEL:
            return answer
        verdict = self.checker.check_by_rules(statement)
        if verdict.kind is VerdictKind.SUPPORTED:
            return answer
        return self._refused(answer, verdict.citations)

    def _put(
        self, question: Question, answer: Answer, verdict: Verdict, *, says_yes: bool
    ) -> Answer:
        """Return the answer to a statement put up whole."""
        if says_yes and verdict.kind is VerdictKind.REFUTED and verdict.differences:
            met = bound_asked(question) and _of_value(verdict)
            return answer if met else self._denied(answer, verdict)
        if says_yes and verdict.kind is VerdictKind.NOT_FOUND and answer.confidence < _SURE:
            return self._refused(answer, verdict.citations)
        figures = any(quantity.figures for quantity in question.mentions.quantities)
        if not says_yes and figures and verdict.kind is VerdictKind.SUPPORTED:
            return self._affirmed(answer, verdict)
        return self._borne_out(answer, statement_put(question)) if says_yes else answer

    def _denied(self, answer: Answer, verdict: Verdict) -> Answer:
        difference = verdict.differences[0]
        if comparable(difference.claimed) == comparable(difference.stated):
            return answer  # nothing differs that could be shown
        if all(_only_rougher(one) for one in verdict.differences):
            return answer  # "75,5 tuổi phải không?" over "khoảng 75,5 tuổi"
        text = self.templates.fill(
            "no_instead",
            stated=difference.stated,
            asked=difference.claimed,
            quote=_quote(verdict.citations),
        )
        return _with(answer, text, verdict.citations)

    def _affirmed(self, answer: Answer, verdict: Verdict) -> Answer:
        text = self.templates.fill("yes", quote=_quote(verdict.citations))
        return _with(answer, text, verdict.citations)

    def _refused(self, answer: Answer, nearest: tuple[Citation, ...]) -> Answer:
        citations = nearest or answer.citations
        text = self.templates.fill("refuse_nearest", quote=_quote(citations[:1]))
        return replace(
            _with(answer, text, citations[:1]),
            status=Status.REFUSED,
            reasons=(Outcome.NOT_STATED.value,),
        )


def _of_value(verdict: Verdict) -> bool:
    """Tell whether all that a verdict finds to differ is the value of figures."""
    return all(one.what is Aspect.VALUE for one in verdict.differences)


def _only_rougher(one: Difference) -> bool:
    """Tell whether the text gives the very figure, and says that it is about so."""
    claimed, stated = comparable(one.claimed), comparable(one.stated)
    return one.what is Aspect.BOUND and _ROUGHLY.sub("", stated) == claimed


def _quote(citations: tuple[Citation, ...]) -> str:
    return "”; “".join(tidy(citation.quote) for citation in citations)


def _with(answer: Answer, text: str, citations: tuple[Citation, ...]) -> Answer:
    return replace(answer, text=text, span=None, key="", citations=citations)
