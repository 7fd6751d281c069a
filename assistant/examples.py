"""Example questions for a page: made from what the register of the first document holds.

What this module does not know: whether the assistant answers them (`Assistant.examples` asks).
"""

from collections.abc import Iterator

from assistant.reading.annotations import Annotations
from assistant.reading.excerpt import tidy
from corpus.register import Target, TargetKind
from prompts.load import Templates

_LONGEST = 60


def example_questions(annotations: Annotations, templates: Templates) -> Iterator[str]:
    """Yield questions on distinct indicators, the latest year first, then on counts."""
    name = next(iter(annotations.documents), None)
    records = annotations.targets_of(name) if name is not None else ()
    latest: dict[str, Target] = {}
    for record in records:
        if record.kind is TargetKind.TARGET and (record.year or "").isdigit():
            latest[record.indicator] = record
    for indicator, record in latest.items():
        if len(indicator) <= _LONGEST:
            filled = _capital(tidy(indicator))
            yield templates.fill("example_target", indicator=filled, year=record.year or "")
    for record in records:
        if record.kind is TargetKind.COUNT and len(record.indicator) <= _LONGEST:
            yield templates.fill("example_count", what=tidy(record.indicator))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
