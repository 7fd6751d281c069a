"""Measures the claim check on the claims set: each claim against its own context alone.

    python -m evals.claims_score CLAIMS [--rules]     macro-F1 on the third never trained

What this module does not know: how a claim is judged.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from assistant.answer import VerdictKind
from assistant.assemble import templates_checked
from assistant.claims.checker import ClaimChecker
from assistant.claims.learned.split import is_held_out, rows_of
from assistant.reading.annotations import Annotations
from assistant.thesaurus import load_thesaurus
from assistant.understand import Glossary, Understander
from corpus.model import Document
from corpus.read import document_of
from index.retriever import PassageRetriever
from index.search import Hit

KINDS = {
    "no": VerdictKind.SUPPORTED,
    "intrinsic": VerdictKind.REFUTED,
    "extrinsic": VerdictKind.NOT_FOUND,
}


@dataclass(frozen=True, slots=True)
class _Everything:
    """Finds all passages of one document, in order: a context is a paragraph or two."""

    document: Document

    def search(self, _: str, top: int) -> tuple[Hit, ...]:
        hits = (Hit(passage, 1.0, 1.0, 1.0, 1.0, 1.0) for passage in self.document.passages)
        return tuple(hits)[:top]


class _AsTyped:
    """Leaves a statement as it was typed: the claims have their diacritics."""

    @property
    def text(self) -> str:
        return self._text

    def understand(self, text: str) -> "_AsTyped":
        self._text = text
        return self


def macro_f1(pairs: Sequence[tuple[VerdictKind, VerdictKind]]) -> float:
    """Return the mean F1 over the kinds of verdict; a pair is (wanted, given)."""
    counts = Counter(pairs)
    scores = []
    for kind in KINDS.values():
        right = counts[kind, kind]
        wanted = sum(count for (first, _), count in counts.items() if first is kind)
        given = sum(count for (_, second), count in counts.items() if second is kind)
        scores.append(2 * right / (wanted + given) if wanted + given else 0.0)
    return sum(scores) / len(scores)


def main() -> None:
    """Print the macro-F1, and how often each kind of verdict is given for each wanted."""
    parser = argparse.ArgumentParser(description="Macro-F1 of the claim check on held-out claims.")
    parser.add_argument("claims", type=Path)
    parser.add_argument("--rules", action="store_true", help="without the learned model")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    asked = parser.parse_args()
    glossary, thesaurus, templates = Glossary.load(), load_thesaurus(), templates_checked()
    understander = cast("Understander", _AsTyped())
    pairs: list[tuple[VerdictKind, VerdictKind]] = []
    for row in rows_of(asked.claims):
        if not is_held_out(row["context"]):
            continue
        document = document_of("ngữ cảnh", row["context"])
        documents = {document.name: document}
        checker = ClaimChecker(
            documents=documents,
            understander=understander,
            retriever=cast("PassageRetriever", _Everything(document)),
            annotations=Annotations(documents),
            glossary=glossary,
            thesaurus=thesaurus,
            templates=templates,
        )
        checker = checker if asked.rules else checker.with_model()
        pairs.append((KINDS[row["label"]], checker.check(row["claim"]).kind))
    found = {f"{wanted} -> {given}": count for (wanted, given), count in Counter(pairs).items()}
    figures = {"claims": len(pairs), "macro_f1": macro_f1(pairs), "verdicts": found}
    text = json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if asked.json:
        asked.json.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
