"""The register for the page: which targets fit a filter, as a table, a chart, CSV or SVG.

What this module does not know: how a target is found (`corpus.register`) or drawn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from threading import Lock

from assistant.chat.chart_html import chart_html
from assistant.chat.desk import notice
from assistant.chat.markup import Html
from assistant.chat.ports import AnswersQuestions
from assistant.chat.targets_html import count_words, form_html, table_html
from assistant.chat.warm import register_of
from assistant.targets.formats import rows_to_csv
from assistant.targets.panels import NO_YEAR
from assistant.targets.rows import Row, rows_of
from corpus.errors import HoidapError
from corpus.normalize import folded

# matplotlib keeps global settings: one drawing at a time, whoever asks.
_DRAWING = Lock()
_KEPT_DRAWINGS = 8
_MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class Filter:
    """Which targets are wanted; an empty field takes them all. ``year`` may be `NO_YEAR`."""

    document: str = ""
    year: str = ""
    text: str = ""

    @classmethod
    def sent(cls, wanted: Mapping[str, object]) -> "Filter":
        """Return the filter a browser sent, whatever it sent."""
        fields = (wanted.get(name) for name in ("document", "year", "text"))
        return cls(*(value if isinstance(value, str) else "" for value in fields))


class TargetsDesk:
    """Serves every session; the targets, the same for all, are read when first wanted."""

    def __init__(self, assistant: AnswersQuestions) -> None:
        """Take an assistant, for its documents."""
        self._assistant = assistant
        self._reading = Lock()
        self._drawn = lru_cache(_KEPT_DRAWINGS)(_svg)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every target of the documents, in reading order."""
        with self._reading:
            return self._rows

    def chosen(self, wanted: Filter) -> list[Row]:
        """Return the targets that fit: every word of the text, marked or not, must be there."""
        words = folded(wanted.text[:_MAX_TEXT]).split()
        every = zip(self.rows, self._searched, strict=True)
        return [
            row
            for row, searched in every
            if wanted.document in {"", row.document}
            and wanted.year in {"", row.year or NO_YEAR}
            and all(word in searched for word in words)
        ]

    def form(self) -> Html:
        """Return the filter with the documents and years there are."""
        try:
            return form_html(self.rows)
        except HoidapError as error:
            return notice(str(error))

    def view(self, wanted: Mapping[str, object]) -> dict[str, object]:
        """Return what fits a filter sent by a browser, as ``html``, with its ``tally``.

        ``wanted`` may also hold ``shape`` ("chart", else a table) and ``first``, a table row.
        """
        chosen = self.chosen(Filter.sent(wanted))
        first = wanted.get("first")
        html = (
            chart_html(chosen)
            if wanted.get("shape") == "chart"
            else table_html(chosen, self.rows, max(0, first) if isinstance(first, int) else 0)
        )
        return {"html": html, "tally": count_words(len(chosen), len(self.rows))}

    def kept(self, wanted: Mapping[str, object]) -> str:
        """Return what fits as a file to keep: SVG for ``format`` "svg", else CSV; "" for none."""
        rows = tuple(self.chosen(Filter.sent(wanted)))
        if not rows:
            return ""
        if wanted.get("format") != "svg":
            return rows_to_csv(rows)
        with _DRAWING:
            return self._drawn(rows)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(
            rows_of(self._assistant.documents.values(), partial(register_of, self._assistant))
        )

    @cached_property
    def _searched(self) -> Sequence[str]:
        return [folded(f"{row.indicator} {row.value} {row.year or ''}") for row in self._rows]


def _svg(rows: tuple[Row, ...]) -> str:
    from assistant.targets.plot import draw  # noqa: PLC0415 - heavy

    return draw(rows, ".svg").decode("utf-8")
