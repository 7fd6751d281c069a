"""Wording an answer: templates filled with slices of the document, and their citations.

Every value a template is filled with is a slice of the canonical text, or (in a refusal or a
correction) words of the question.

What this module does not know: whether the evidence answers (`assistant.decide`).
"""

from dataclasses import dataclass, replace

from assistant.all_values import all_values
from assistant.answer import Answer, Citation, Status
from assistant.decide import Decision, Outcome
from assistant.judging import judged_answer, member_answer
from assistant.listing import led_in, list_answer, listed, with_all_places, with_span
from assistant.pointing import Pointer
from assistant.reading.aims import targets_asked
from assistant.reading.annotations import Annotations
from assistant.reading.comparison import Compared, compared
from assistant.reading.contradiction import contradiction
from assistant.reading.excerpt import excerpt, passage_of, tidy
from assistant.reading.graded import graded
from assistant.reading.outline import Item
from assistant.reading.premise import false_premise
from assistant.reading.reader import Reading
from assistant.reading.same import Stated, spans_of, stated_by_year, stated_elsewhen, stated_in
from assistant.reading.yes_no import Judgement, elsewhere, judge, judged
from assistant.tabular import cell_answer
from assistant.wording import about_answer, answer_from, capital, cite, inside, joined
from corpus.quantities import TimeKind
from prompts.load import Templates

_MOST_SPAN_WORDS = 15
_NEAR = 0.65
_REFUSES = {Outcome.UNKNOWN_NAME: "refuse_name", Outcome.OTHER_SCOPE: "refuse_scope"}


@dataclass(frozen=True)
class Composer:
    """Composes answers with one set of templates over one index's annotations."""

    templates: Templates
    annotations: Annotations
    pointer: Pointer | None = None

    def compose(self, reading: Reading, decision: Decision) -> Answer:
        """Return the answer that ``decision`` calls for, not yet verified.

        The ways of answering are tried in order; the first that applies is taken.
        """
        ways = (
            self._about,
            self._mentioned,
            self._graded,
            self._correction,
            self._all_values,
            self._several_times,
            self._compared,
            self._elsewhere,
            self._wrong_time,
            self._led_in,
            self._refusal,
            self._yes_no,
            self._listed,
            self._fact,
        )
        answers = (way(reading, decision) for way in ways)
        return next((answer for answer in answers if answer), self._nothing(reading, decision))

    def _about(self, reading: Reading, _: Decision) -> Answer | None:
        """Answer what a document says of itself: its own lines, one or several."""
        return about_answer(reading.about, self.templates)

    def _graded(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer with the step that holds the size a question names."""
        step = graded(reading, self.annotations)
        answer = self._fact(reading, replace(decision, evidence=step)) if step else None
        return replace(answer, reasons=("graded",)) if answer else None

    def _mentioned(self, reading: Reading, decision: Decision) -> Answer | None:
        """List everything of a kind that the document mentions."""
        if not reading.mentioned or reading.best is None:
            return None
        document = reading.best.notes.document
        if reading.question.yes_no:
            first = replace(reading.best, clause=reading.mentioned[0], span=None, target=None)
            quote = tidy(document.quote(reading.mentioned[0]))
            return answer_from(self.templates.fill("yes", quote=quote), first, decision, "yes_no")
        items = [Item(document, span) for span in reading.mentioned]
        return list_answer(items, decision, self.templates)

    def _correction(self, reading: Reading, decision: Decision) -> Answer | None:
        """Correct what the question takes for granted."""
        if reading.question.yes_no or decision.evidence is None:
            return None
        difference = false_premise(reading, self.annotations)
        if difference is None:
            return None
        evidence = difference.evidence
        document = evidence.notes.document
        inside = evidence.clause.covers(difference.stated)
        clause = evidence.clause if inside else evidence.notes.passage.span
        quoted = replace(evidence, clause=clause, span=None, target=None)
        text = self.templates.fill(
            "correction",
            stated=tidy(document.quote(difference.stated)),
            asked=difference.asked,
            quote=excerpt(reading.question, quoted),
        )
        found = replace(quoted, span=difference.stated)
        return answer_from(text, found, decision, "false_premise", status=Status.PARTIAL)

    def _all_values(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer what is stated of all things of a counted kind; the rest is said to be missing."""
        return all_values(reading, decision, self.annotations, self.templates)

    def _several_times(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer for each of several years asked about; those not stated are said to be missing."""
        best = decision.evidence
        asked = sorted(str(year) for year in reading.question.years)
        able = decision.outcome in (Outcome.ANSWER, Outcome.OTHER_TIME)
        several = len(asked) > 1 and not reading.question.yes_no
        if best is None or best.target is None or not several or not able:
            return None
        if targets_asked(reading).items:
            return None  # several indicators at once are a list
        by_year = {y: e for y, e in stated_by_year(reading, best).items() if y in asked}
        if not by_year:
            return None
        text = self.templates.fill(
            "answer_times",
            what=capital(tidy(best.target.indicator)),
            stated=joined([self._at_time(stated_in(year, one)) for year, one in by_year.items()]),
        )
        missing = [year for year in asked if year not in by_year]
        if missing:
            text = self.templates.fill(
                "partial", answer=text, missing=f"mục tiêu cho năm {joined(missing)}"
            )
        first = next(iter(by_year.values()))
        spans = dict.fromkeys(span for e in by_year.values() for span in spans_of(e))
        answer = answer_from(text, first, decision, "several_times")
        return replace(
            answer,
            status=Status.PARTIAL if missing else Status.ANSWERED,
            citations=tuple(cite(best.notes.document, span) for span in spans),
        )

    def _wrong_time(self, reading: Reading, decision: Decision) -> Answer | None:
        """Say no to a statement that is true of another time than the one it names."""
        best = decision.evidence
        confirmed = reading.question.asks_confirmation
        if best is None or decision.outcome is not Outcome.OTHER_TIME or not confirmed:
            return None
        times = [time for time in best.notes.sentence.mentions.times if time.end_year]
        near = [time for time in times if best.clause.covers(time.core)] or times
        if not near:
            return None
        asked = next(time for time in reading.question.mentions.times if time.end_year)
        if asked.kind is TimeKind.DATE:
            return None  # the claim check tells which day is meant
        stated = near[-1].core
        text = self.templates.fill(
            "no_instead",
            stated=f"năm {best.notes.document.quote(stated).removeprefix('năm ')}",
            asked=f"năm {asked.core.of(reading.question.text).removeprefix('năm ')}",
            quote=excerpt(reading.question, best),
        )
        found = replace(best, span=stated, clause=best.notes.passage.span)
        return answer_from(text, found, decision, "yes_no", "other_time")

    def _refusal(self, reading: Reading, decision: Decision) -> Answer | None:
        """Refuse, with the nearest that the text does say."""
        best = decision.evidence
        if best is None or decision.outcome is Outcome.ANSWER:
            return None
        quote = excerpt(reading.question, best)
        citations: tuple[Citation, ...] = (cite(best.notes.document, passage_of(best)),)
        other = stated_elsewhen(reading, best)
        if decision.outcome is Outcome.OTHER_TIME and other:
            items = [self._at_time(item) for item in other.items]
            text = self.templates.fill(
                "refuse_time", what=other.what, asked=other.asked, stated=joined(items)
            )
            citations = tuple(cite(best.notes.document, span) for span in other.spans)
        elif decision.outcome is Outcome.NO_FIGURE and reading.question.wants_figure:
            text = self.templates.fill("refuse_figure", quote=quote)
        elif template := _REFUSES.get(decision.outcome):
            asked = inside(reading.question, decision.name)
            text = self.templates.fill(template, asked=asked, quote=quote)
        else:
            text = self.templates.fill("refuse_nearest", quote=quote)
        return Answer(
            status=Status.REFUSED,
            text=text,
            citations=citations,
            confidence=decision.confidence,
            reasons=(decision.outcome.value,),
        )

    def _yes_no(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer "Có" or "Không" and quote why."""
        best = decision.evidence
        if best is None or not reading.question.yes_no:
            return None
        return self._judged(reading, judge(reading, best, self.annotations), decision)

    def _compared(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer a comparison that the text decides, though its figure is another time's too."""
        unsure = decision.outcome is Outcome.NOT_STATED
        if not unsure and decision.outcome not in (Outcome.ANSWER, Outcome.OTHER_TIME):
            return None
        comparison = compared(reading, self.annotations)
        if comparison is None or (unsure and not _is_near(comparison)):
            return None
        return self._judged(reading, judged(comparison), decision)

    def _elsewhere(self, reading: Reading, decision: Decision) -> Answer | None:
        """Say no where the text has another place, body or side of a year than is asked about."""
        best = decision.evidence
        if best is None or not reading.question.yes_no:
            return None
        unknown = decision.outcome is Outcome.UNKNOWN_NAME
        judgement = elsewhere(reading, best, decision.name) if unknown else None
        if judgement := judgement or contradiction(reading, best):
            return self._judged(reading, judgement, decision)
        return member_answer(reading, decision, self.templates)

    def _judged(self, reading: Reading, said: Judgement, decision: Decision) -> Answer:
        return judged_answer(reading, said, decision, self.templates)

    def _led_in(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer with a list whose heading or lead-in says what is asked, sure as that is."""
        return self._with_span(reading, decision, led_in(reading, decision, self.templates))

    def _listed(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer a list question with its items, where there are any."""
        if not reading.question.listed or decision.outcome is not Outcome.ANSWER:
            return None
        return self._with_span(reading, decision, listed(reading, decision, self.templates))

    def _with_span(
        self, reading: Reading, decision: Decision, answer: Answer | None
    ) -> Answer | None:
        """Give a list the shortest answer too, where one of its citations holds it."""
        best = decision.evidence
        if answer is None or best is None:
            return answer
        best = self.pointer.pointed(reading.question, best) if self.pointer else best
        return with_span(reading.question, answer, best)

    def _fact(self, reading: Reading, decision: Decision) -> Answer | None:
        """Answer with the exact span first, then the words it stands in."""
        best = decision.evidence
        if best is None:
            return None
        best = self.pointer.pointed(reading.question, best) if self.pointer else best
        best = with_all_places(reading.question, best)
        if told := cell_answer(best, decision, self.templates):
            return told
        quote = excerpt(reading.question, best)
        short = len(best.key.split()) <= _MOST_SPAN_WORDS
        text = self.templates.fill("answer_quote", quote=quote)
        if best.typed and short and tidy(best.key) not in ("", quote):
            span = capital(tidy(best.key))
            text = self.templates.fill("answer_span", span=span, quote=quote)
        return answer_from(text, best, decision)

    def _nothing(self, reading: Reading, decision: Decision) -> Answer:
        """Refuse where nothing in the documents is near the question."""
        names = self.annotations.documents
        best = reading.best
        title = best.notes.document.title if best else next(iter(names.values())).title
        return Answer(
            status=Status.REFUSED,
            text=self.templates.fill("refuse_nothing", title=title),
            confidence=decision.confidence,
            reasons=(decision.outcome.value,),
        )

    def _at_time(self, item: Stated) -> str:
        return self.templates.fill("refuse_time_item", time=item.time, value=item.value)

    def withheld(self, answer: Answer) -> Answer:
        """Return the refusal shown in place of an answer that the verifier did not pass."""
        if not answer.citations:
            return replace(answer, status=Status.REFUSED, span=None, key="")
        return Answer(
            status=Status.REFUSED,
            text=self.templates.fill("refuse_nearest", quote=tidy(answer.citations[0].quote)),
            citations=answer.citations[:1],
            understood=answer.understood,
            reasons=("unverified",),
        )


def _is_near(comparison: Compared) -> bool:
    """Tell whether a comparison is about what is asked: of two things, both were found by name."""
    return comparison.other is not None or comparison.evidence.own.share >= _NEAR
