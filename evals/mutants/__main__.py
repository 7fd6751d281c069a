"""python -m evals.mutants: every record said truly and falsely, and how each is judged.

    python -m evals.mutants [FILE…] [--data FOLDER] [--json F] [--show]

Without files: the shipped documents, and those of the data folder's `documents`. Exits with 1 when
fewer than 99 % of the false statements are refuted or not found, when fewer than 95 % of the true
ones are supported, or when any statement with another value is supported.

What this module does not know: how the statements are made, or judged.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import VerdictKind
from assistant.assemble import assistant_over
from corpus.model import Document
from corpus.read import read_document
from corpus.shipped import shipped_paths
from evals.mutants.making import Made, made_from

LEAST_FALSE_CAUGHT, LEAST_TRUE_SUPPORTED = 0.99, 0.95


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement made from a document, and its verdict."""

    document: str
    made: Made
    kind: VerdictKind

    @property
    def right(self) -> bool:
        """Whether a true statement is supported, or a false one is not."""
        return self.made.true == (self.kind is VerdictKind.SUPPORTED)


def judged(document: Document) -> Iterator[Judged]:
    """Yield each statement made from a document with the verdict of that document alone."""
    assistant = assistant_over([document])
    for made in made_from(document):
        yield Judged(document.name, made, assistant.check(made.text).kind)


def share_right(found: Iterable[Judged], *, true: bool) -> float:
    """Return which share of the true, or of the false, statements is judged right."""
    right = [each.right for each in found if each.made.true is true]
    return sum(right) / len(right) if right else 1.0


def table(found: Sequence[Judged]) -> dict[str, dict[str, dict[str, int]]]:
    """Return how many statements of each document and way got each verdict."""
    counts = Counter((each.document, each.made.way, each.kind.value) for each in found)
    rows: dict[str, dict[str, dict[str, int]]] = {}
    for (document, way, kind), count in sorted(counts.items()):
        rows.setdefault(document, {}).setdefault(way, {})[kind] = count
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge every statement, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--data", type=Path, help="the data folder, with documents in it")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--show", action="store_true", help="print what is judged wrong")
    asked = parser.parse_args(arguments)
    paths = asked.files or [*shipped_paths(), *_documents_of(asked.data)]
    found = [each for path in paths for each in judged(read_document(path))]
    for each in found:
        if asked.show and not each.right:
            sys.stdout.write(f"{each.made.way} -> {each.kind.value}: {each.made.text}\n")
    rows = table(found)
    sys.stdout.writelines(_lines(rows))
    caught, supported = share_right(found, true=False), share_right(found, true=True)
    valued = sum(not each.right for each in found if each.made.other_value)
    figures = {
        "false": sum(not each.made.true for each in found), "false_caught": caught,
        "true": sum(each.made.true for each in found), "true_supported": supported,
        "other_value_supported": valued, "documents": rows,
    }  # fmt: skip
    if asked.json:
        text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
        asked.json.write_text(text, encoding="utf-8")
    sys.stdout.write(
        f"{figures['false']} false, caught {caught:.4f}; {figures['true']} true, supported "
        f"{supported:.4f}; another value supported: {valued}\n"
    )
    good = caught >= LEAST_FALSE_CAUGHT and supported >= LEAST_TRUE_SUPPORTED and not valued
    return 0 if good else 1


def _documents_of(data: Path | None) -> list[Path]:
    return sorted((data / "documents").glob("*.txt")) if data else []


def _lines(rows: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Iterator[str]:
    for document, ways in rows.items():
        yield f"{document}\n"
        for way, kinds in ways.items():
            said = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
            yield f"  {way:<28}{said}\n"


if __name__ == "__main__":
    sys.exit(main())
