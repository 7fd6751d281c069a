"""The registers of the indexed documents, worked out when an index is built, read when asked for.

``registers.jsonl`` holds the fingerprint of the code that made it, then one line a document, in
the order of the documents. A register of another code is as good as none: it is worked out from
the document when first asked for, until the index is built again. Quotes and indicators are
written as offsets and sliced again.

What this module does not know: how a register is found (`corpus.register`), or who asks for one.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.fingerprint import code_fingerprint
from corpus.model import Document, Span
from index.manifest import damaged
from index.records import dump_documents, load_documents
from index.store import Generation

if TYPE_CHECKING:
    from corpus.register import Target

REGISTERS = "registers.jsonl"


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers of an index in ``folder``: a line of JSON by the name of its document."""

    folder: Path
    lines: Mapping[str, str]

    def of(self, document: Document) -> "tuple[Target, ...]":
        """Return the register of a document of the index, equal to `corpus.register.register`'s.

        Raises:
            IndexDamaged: what is stored is no register.
        """
        line = self.lines.get(document.name)
        if line is None:
            from corpus.register import register  # noqa: PLC0415  (its patterns take 200 ms)

            return register(document)
        try:
            return load_register(line, document)
        except (ValueError, KeyError, TypeError, ArithmeticError) as error:
            raise damaged(self.folder, f"không nạp được chỉ tiêu của “{document.name}”") from error


def read_registers(
    folder: Path, generation: Generation, documents: Iterable[Document]
) -> Registers:
    """Return the registers stored in a generation: none where an older hoidap, or another, built.

    Raises:
        IndexDamaged: there is not one for each document.
    """
    lines = _lines(generation)
    names = [document.name for document in documents] if lines else []
    if len(lines) != len(names):
        raise damaged(folder, f"{len(names)} văn bản nhưng {len(lines)} bảng chỉ tiêu")
    return Registers(folder, dict(zip(names, lines, strict=True)))


def are_current(generation: Generation) -> bool:
    """Tell whether a generation holds the registers that this code would make."""
    return bool(_lines(generation))


def known_registers(generation: Generation, documents: str) -> dict[str, str]:
    """Return the lines of a generation that are still true, by the line of their document.

    ``documents`` is what `index.records.dump_documents` wrote there.
    """
    return dict(zip(_split(documents), _lines(generation), strict=False))


def begin_registers(path: Path, documents: Sequence[Document], known: Mapping[str, str]) -> int:
    """Write what ``known`` holds of the registers of ``documents``, an empty line for the others.

    `fill_registers` works those out; returns how many passages their documents have.
    """
    lines = [known.get(dump_documents([document])[:-1], "") for document in documents]
    _write(path, [_head(), *lines])
    left = (one for one, line in zip(documents, lines, strict=True) if not line)
    return sum(len(document.passages) for document in left)


def fill_registers(path: Path, documents: Path) -> None:
    """Work out the registers of which ``path`` has an empty line; ``documents`` is their file.

    Nothing is written where none is missing, and what is written replaces the file as a whole.
    """
    head, *lines = _split(path.read_text(encoding="utf-8"))
    if all(lines):
        return
    from corpus.register import register  # noqa: PLC0415  (its patterns take 200 ms)

    read = load_documents(documents.read_text(encoding="utf-8"))
    made = (
        line or dump_register(register(document), document)
        for line, document in zip(lines, read, strict=True)
    )
    draft = path.with_suffix(".new")
    _write(draft, [head, *made])
    draft.replace(path)


def dump_register(targets: "Iterable[Target]", document: Document) -> str:
    """Return a document's register as one line of JSON."""
    return json.dumps([_row(target, document) for target in targets], ensure_ascii=False)


def load_register(line: str, document: Document) -> "tuple[Target, ...]":
    """Return the register that `dump_register` wrote, equal to the original.

    Raises:
        ValueError, KeyError, TypeError, ArithmeticError: the line is not what it writes.
    """
    from corpus.quantity import Operator  # noqa: PLC0415  (as late as the register)
    from corpus.register import Target, TargetKind  # noqa: PLC0415  (the same)

    operators = {operator.value: operator for operator in Operator}
    kinds = {kind.value: kind for kind in TargetKind}

    def target(row: list[Any]) -> Target:
        pieces, said, year, operator, low, high, unit, start, end, first, last, kind, scale = row
        spans = tuple(Span(*piece) for piece in pieces)
        return Target(
            document=document.name,
            indicator=_joined(spans, document) if said is None else said,
            indicator_spans=spans,
            year=year,
            operator=operators[operator],
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            unit=unit,
            quote=document.text[start:end],
            span=Span(start, end),
            value_span=Span(first, last),
            kind=kinds[kind],
            scale=Decimal(scale),
        )

    return tuple(target(row) for row in json.loads(line))


def _row(target: "Target", document: Document) -> list[Any]:
    joined = _joined(target.indicator_spans, document)
    return [
        [[span.start, span.end] for span in target.indicator_spans],
        None if target.indicator == joined else target.indicator,  # a column's words are added
        target.year,
        target.operator.value,
        None if target.low is None else str(target.low),
        None if target.high is None else str(target.high),
        target.unit,
        target.span.start,
        target.span.end,
        target.value_span.start,
        target.value_span.end,
        target.kind.value,
        str(target.scale),
    ]


def _joined(spans: Iterable[Span], document: Document) -> str:
    return " ".join(document.quote(span) for span in spans)


def _lines(generation: Generation) -> list[str]:
    r"""Return the lines that this code made, one a document; split at ``\n`` alone."""
    if REGISTERS not in generation.manifest.files:
        return []
    head, *lines = _split((generation.folder / REGISTERS).read_text(encoding="utf-8"))
    return lines if head == _head() else []


def _head() -> str:
    return json.dumps({"code": code_fingerprint()})


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def _split(text: str) -> list[str]:
    return text.split("\n")[:-1]
