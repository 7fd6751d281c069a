"""Wording an answer: templates filled with slices of the document, and their citations.

Every value a template is filled with is a slice of the canonical text, or (in a refusal or a
correction) words of the question.

What this module does not know: whether the evidence answers (`assistant.decide`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation, Status
from assistant.decide import Decision, Outcome
from assistant.reading.about import SelfFact
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import excerpt, passage_of, tidy
from assistant.reading.lists import Item, items_of
from assistant.reading.premise import Difference, false_premise
from assistant.reading.reader import Reading
from assistant.reading.same import stated_elsewhen
from assistant.reading.yes_no import Judgement, judge
from corpus.model import Document, Span
from prompts.load import Templates


@dataclass(frozen=True)
class Composer:
    """Composes answers with one set of templates over one index's annotations."""

    templates: Templates
    annotations: Annotations

    def compose(self, reading: Reading, decision: Decision) -> Answer:
        """Return the answer that ``decision`` calls for, not yet verified."""
        if reading.about:
            return self._about(reading.about)
        best = decision.evidence or reading.best
        if best is not None and reading.mentioned:
            items = [Item(best.notes.document, span) for span in reading.mentioned]
            return self._list(items, decision)
        if best is None or decision.outcome is Outcome.NOTHING:
            return self._nothing(reading, decision)
        if not reading.question.yes_no and (difference := false_premise(reading, self.annotations)):
            return self._correction(reading, difference, decision)
        if decision.outcome is not Outcome.ANSWER:
            return self._refusal(reading, best, decision)
        return self._answer(reading, best, decision)

    def _answer(self, reading: Reading, best: Evidence, decision: Decision) -> Answer:
        if reading.question.yes_no:
            return self._yes_no(reading, best, decision)
        if reading.question.listed:
            items = items_of(reading)
            if items:
                return self._list(items, decision)
        return self._fact(reading, best, decision)

    def _about(self, facts: Sequence[SelfFact]) -> Answer:
        """Answer what a document says of itself: its own lines, one or several."""
        lines = [tidy(fact.document.quote(fact.printed.clause)) for fact in facts]
        first = facts[0]
        return Answer(
            status=Status.ANSWERED,
            text=self.templates.fill("answer_quote", quote="”; “".join(lines)),
            span=first.printed.value,
            key=first.document.quote(first.printed.value),
            citations=tuple(cite(fact.document, fact.printed.clause) for fact in facts),
            confidence=1.0,
            reasons=("about",),
        )

    def _fact(self, reading: Reading, best: Evidence, decision: Decision) -> Answer:
        quote = excerpt(reading.question, best)
        key = best.key
        if key and best.typed and tidy(key) != quote:
            text = self.templates.fill("answer_span", span=_capital(tidy(key)), quote=quote)
        else:
            text = self.templates.fill("answer_quote", quote=quote)
        return _answer(Status.ANSWERED, text, best, decision, ())

    def _correction(self, reading: Reading, difference: Difference, decision: Decision) -> Answer:
        """Correct what the question takes for granted, then answer what can be answered."""
        evidence = difference.evidence
        document = evidence.notes.document
        key = document.quote(difference.stated)
        sentence = evidence.notes.passage.span
        clause = evidence.clause if evidence.clause.covers(difference.stated) else sentence
        text = self.templates.fill(
            "correction",
            stated=tidy(key),
            asked=difference.asked,
            quote=excerpt(reading.question, replace(evidence, clause=clause, span=None)),
        )
        return Answer(
            status=Status.PARTIAL,
            text=text,
            span=difference.stated,
            key=key,
            citations=(cite(document, clause),),
            confidence=decision.confidence,
            reasons=("false_premise",),
        )

    def _list(self, items: Sequence[Item], decision: Decision) -> Answer:
        shown = [tidy(item.document.quote(item.span)) for item in items]
        if len(shown) == 1:
            text = self.templates.fill("answer_quote", quote=shown[0])
        else:
            lines = "\n".join(f"- {line.removeprefix('- ').removeprefix('+ ')}" for line in shown)
            text = self.templates.fill("answer_list", items=lines)
        citations = tuple(cite(item.document, item.span) for item in items)
        return Answer(
            status=Status.ANSWERED,
            text=text,
            citations=citations,
            confidence=decision.confidence,
            reasons=("list",),
        )

    def _yes_no(self, reading: Reading, best: Evidence, decision: Decision) -> Answer:
        judgement: Judgement = judge(reading, best, self.annotations)
        quote = excerpt(reading.question, judgement.evidence)
        if judgement.agrees:
            text = self.templates.fill("yes", quote=quote)
        elif judgement.stated:
            text = self.templates.fill(
                "no_instead", stated=judgement.stated, asked=judgement.asked, quote=quote
            )
        else:
            text = self.templates.fill("no", quote=quote)
        return _answer(Status.ANSWERED, text, judgement.evidence, decision, ("yes_no",))

    def _refusal(self, reading: Reading, best: Evidence, decision: Decision) -> Answer:
        quote = excerpt(reading.question, best)
        citations: tuple[Citation, ...] = (cite(best.notes.document, passage_of(best)),)
        if decision.outcome is Outcome.OTHER_TIME and (other := stated_elsewhen(reading, best)):
            items = [
                self.templates.fill("refuse_time_item", time=item.time, value=item.value)
                for item in other.items
            ]
            text = self.templates.fill(
                "refuse_time", what=other.what, asked=other.asked, stated=_and(items)
            )
            citations = tuple(cite(best.notes.document, span) for span in other.spans)
        elif decision.outcome is Outcome.NO_FIGURE:
            text = self.templates.fill("refuse_figure", quote=quote)
        elif decision.outcome is Outcome.UNKNOWN_NAME:
            text = self.templates.fill("refuse_name", asked=decision.name, quote=quote)
        else:
            text = self.templates.fill("refuse_nearest", quote=quote)
        return Answer(
            status=Status.REFUSED,
            text=text,
            citations=citations,
            confidence=decision.confidence,
            reasons=(decision.outcome.value,),
        )

    def _nothing(self, reading: Reading, decision: Decision) -> Answer:
        title = reading.best.notes.document.title if reading.best else ""
        return Answer(
            status=Status.REFUSED,
            text=self.templates.fill("refuse_nothing", title=title),
            confidence=decision.confidence,
            reasons=(decision.outcome.value,),
        )

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


def cite(document: Document, span: Span) -> Citation:
    """Return the citation of a span: its exact characters and where they stand."""
    return Citation(
        document=document.name,
        title=document.title,
        paragraph=document.paragraph_at(span.start).number,
        span=span,
        quote=document.quote(span),
    )


def _answer(
    status: Status, text: str, best: Evidence, decision: Decision, reasons: tuple[str, ...]
) -> Answer:
    return Answer(
        status=status,
        text=text,
        span=best.span,
        key=best.key,
        citations=(cite(best.notes.document, passage_of(best)),),
        confidence=decision.confidence,
        reasons=reasons,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _and(items: Sequence[str]) -> str:
    """Join Vietnamese items: "a", "a và b", "a, b và c"."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} và {items[-1]}"
