"""Shortening a clause for an answer: slices of it, with "…" where something was left out.

An excerpt keeps the span, the phrases that meet the question, and nothing else when the clause
is long; it never holds another year's figure for the same indicator.

What this module does not know: templates.
"""

from collections.abc import Mapping

from assistant.question import Question
from assistant.reading.evidence import Evidence
from corpus.clauses import phrases_of
from corpus.model import Span
from corpus.normalize import comparable, tokens
from corpus.register import Target

MOST_WORDS = 50
_ELLIPSIS = " … "
_NAME = 3.0
_SHORT_GAP = 4


def tidy(text: str) -> str:
    """Return a slice ready for a sentence: one line, no list mark or end mark around it."""
    return " ".join(text.split()).rstrip(" .;,:").lstrip("-+•* ")


def lowered(text: str) -> str:
    """Return a slice for the middle of a sentence: its capital lowered unless it is a name's."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() else text


def passage_of(evidence: Evidence) -> Span:
    """Return what to cite: the clause, with the indicator its figure is for."""
    clause = evidence.clause
    if evidence.target is None or not evidence.notes.passage.span.covers(clause):
        return clause
    indicator = evidence.target.indicator_span
    if not evidence.notes.passage.span.covers(indicator):
        return clause
    return Span(min(clause.start, indicator.start), max(clause.end, indicator.end))


def excerpt(question: Question, evidence: Evidence) -> str:
    """Return the excerpt of the evidence's clause that answers: slices joined by "…"."""
    text = evidence.notes.document.text
    spans = _spans(question, evidence)
    pieces = [tidy(span.of(text)) for span in _joined(text, spans)]
    return _ELLIPSIS.join(piece for piece in pieces if piece)


def _spans(question: Question, evidence: Evidence) -> list[Span]:
    clause = evidence.clause
    text = evidence.notes.document.text
    words = len(tokens(clause.of(text)))
    if evidence.notes.is_row or (evidence.span is None and words <= MOST_WORDS):
        return [clause]
    phrases = phrases_of(text, clause)
    if evidence.span is None:
        return _window(question, text, phrases, _densest(question, text, phrases))
    if evidence.target is not None:
        return _of_target(evidence, evidence.target, phrases, words)
    return [clause] if words <= MOST_WORDS else _window(question, text, phrases, evidence.span)


def _of_target(
    evidence: Evidence, target: Target, phrases: tuple[Span, ...], words: int
) -> list[Span]:
    """Return the indicator and the phrase with its value, without other values between."""
    clause, value = evidence.clause, evidence.span or target.value_span
    others = [
        other.value_span
        for other in evidence.notes.targets
        if not value.overlaps(other.value_span) and clause.covers(other.value_span)
    ]
    kept = [clause]
    if others or words > MOST_WORDS:
        kept = [next((p for p in phrases if p.covers(value)), value)]
    if not kept[0].covers(target.indicator_span):
        kept.append(target.indicator_span)
    return sorted(kept)


def _window(question: Question, text: str, phrases: tuple[Span, ...], span: Span) -> list[Span]:
    """Return the phrase with the span, grown by its neighbours while there is room."""
    wanted = _wanted(question)
    kept = [place for place, phrase in enumerate(phrases) if phrase.overlaps(span)]
    if not kept:
        return [span]
    size = sum(len(tokens(phrases[place].of(text))) for place in kept)
    order = sorted(
        (place for place in range(len(phrases)) if place not in kept),
        key=lambda place: (-_met(text, phrases[place], wanted), abs(place - kept[0])),
    )
    for place in order:
        more = len(tokens(phrases[place].of(text)))
        if size + more <= MOST_WORDS:
            size += more
            kept.append(place)
    return [phrases[place] for place in _without_gaps(text, phrases, sorted(kept))]


def _without_gaps(text: str, phrases: tuple[Span, ...], kept: list[int]) -> list[int]:
    """Return the places kept with the short phrases between two of them: "linh kiện, phụ tùng"."""
    return [
        place
        for place in range(kept[0], kept[-1] + 1)
        if place in kept
        or (
            {place - 1, place + 1} <= set(kept)
            and len(tokens(phrases[place].of(text))) <= _SHORT_GAP
        )
    ]


def _densest(question: Question, text: str, phrases: tuple[Span, ...]) -> Span:
    """Return the phrase with the most words of the question."""
    wanted = _wanted(question)
    return max(phrases, key=lambda phrase: _met(text, phrase, wanted))


def _wanted(question: Question) -> dict[str, float]:
    """Return the question's words with their worth in an excerpt: a name says most."""
    return {term.text: _NAME if term.name else 1.0 for term in question.terms}


def _met(text: str, phrase: Span, wanted: Mapping[str, float]) -> float:
    found = {comparable(token.text) for token in tokens(phrase.of(text))}
    return sum(worth for form, worth in wanted.items() if form in found)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Join spans with nothing but spaces and punctuation between them."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip(" ,;\n"):
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined
