"""The register as HTML: the filter, and the table whose rows open the passage.

What this module does not know: which targets fit a filter.
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from assistant.targets.panels import NO_YEAR
from assistant.targets.rows import Row

ROWS_AT_ONCE = 200


def form_html(rows: Sequence[Row]) -> Html:
    """Return the filter over ``rows``, or a sentence where there are none."""
    if not rows:
        return tag("p", text(labels.NO_TARGETS), class_="hd-empty")
    titles = {row.document: row.title or row.document for row in rows}
    return tag(
        "form",
        _field(labels.FILTER_TEXT, _text_field()),
        _field(labels.FILTER_YEAR, _choice("year", labels.ALL_YEARS, _years(rows))),
        _field(
            labels.FILTER_DOCUMENT,
            _choice("document", labels.ALL_DOCUMENTS, titles.items()),
        )
        if len(titles) > 1
        else EMPTY,
        _shapes(),
        class_="hd-filter",
        role="search",
        aria_label=labels.FILTER,
    )


def table_html(chosen: Sequence[Row], every: Sequence[Row], first: int = 0) -> Html:
    """Return the table of ``chosen`` from row ``first`` on, at most `ROWS_AT_ONCE` of them.

    Args:
        chosen: the targets that fit.
        every: all there are: the document is named where there is more than one.
        first: position in ``chosen``; above 0, only the rows are returned, to be added below.
    """
    if not chosen:
        return tag("p", text(labels.NO_TARGET_FITS), class_="hd-none")
    several = len({row.document for row in every}) > 1
    first = min(first, len(chosen))
    shown = chosen[first : first + ROWS_AT_ONCE]
    before = chosen[first - 1].document if first else ""
    rows = joined(_rows(shown, before)) if several else joined(map(_row, shown))
    left = len(chosen) - first - len(shown)
    more = _more(first + len(shown), left) if left > 0 else EMPTY
    head = tag("tr", *(tag("th", text(name), scope="col") for name in labels.TARGET_COLUMNS))
    count = f"{labels.grouped(len(chosen))} chỉ tiêu"
    return joined(
        [
            tag(
                "table",
                tag("caption", text(count), class_="hd-sr"),
                tag("thead", head),
                tag("tbody", rows),
                class_="hd-table",
            ),
            more,
        ]
    )


def count_words(chosen: int, every: int) -> str:
    """Say how many targets are shown of how many."""
    if chosen == every:
        return f"{labels.grouped(every)} chỉ tiêu"
    return f"{labels.grouped(chosen)} trong {labels.grouped(every)} chỉ tiêu"


def _rows(rows: Iterable[Row], before: str) -> Iterator[Html]:
    """Yield the rows, with a document's title above the first of its own."""
    for row in rows:
        if row.document != before:
            before = row.document
            title = tag("th", text(row.title or row.document), colspan=3, scope="rowgroup")
            yield tag("tr", title, class_="hd-of")
        yield _row(row)


def _row(row: Row) -> Html:
    name = row.indicator[:1].upper() + row.indicator[1:]
    open_it = tag("button", text(name), type="button", class_="hd-row", tabindex=-1)
    return tag(
        "tr",
        tag("th", open_it, scope="row"),
        tag("td", text(row.year or "–")),
        tag("td", text(row.value), class_="hd-value"),
        data_doc=row.document,
        data_s=f"{row.span.start}-{row.span.end}",
        data_key=f"{row.figure.start}-{row.figure.end}",
    )


def _more(first: int, left: int) -> Html:
    label = f"{labels.MORE_ROWS} ({labels.grouped(left)})"
    return tag("button", text(label), type="button", class_="hd-more", data_first=first)


def _years(rows: Sequence[Row]) -> Iterable[tuple[str, str]]:
    years = sorted({row.year for row in rows if row.year}, key=lambda year: (year[-4:], year))
    named = [(year, year) for year in years]
    return [*named, (NO_YEAR, labels.NO_YEAR)] if any(not row.year for row in rows) else named


def _field(label: str, control: Html) -> Html:
    return tag("label", tag("span", text(label)), control)


def _text_field() -> Html:
    field = '<input type="search" name="text" maxlength="200" autocomplete="off" placeholder="{}">'
    return Html(field.format(text(labels.FILTER_TEXT_HINT)))


def _choice(name: str, every: str, options: Iterable[tuple[str, str]]) -> Html:
    return tag(
        "select",
        tag("option", text(every), value=""),
        *(tag("option", text(label), value=value) for value, label in options),
        name=name,
    )


def _shapes() -> Html:
    return tag(
        "div",
        tag(
            "div",
            _shape("table", labels.AS_TABLE, pressed=True),
            _shape("chart", labels.AS_CHART, pressed=False),
            role="group",
            aria_label=labels.SHAPES,
            class_="hd-shapes",
        ),
        tag("p", class_="hd-tally", role="status"),
        tag("button", text(labels.SAVE_CSV), type="button", data_save="csv"),
        tag("button", text(labels.SAVE_SVG), type="button", data_save="svg"),
        class_="hd-bar",
    )


def _shape(shape: str, label: str, *, pressed: bool) -> Html:
    state = "true" if pressed else "false"
    return tag("button", text(label), type="button", data_shape=shape, aria_pressed=state)
