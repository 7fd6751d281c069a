"""True sentences of documents, and the same ones twisted: how many of which a judge lets through.

``python -m tests.assistant.llm.twist FOLDER`` prints, over the first sentences with figures of each
document, how many true ones are withheld and how many twisted ones would be shown.

What this module does not know: how a sentence is judged.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.llm.release import Judge
from assistant.wording import cite
from corpus.model import Document, Passage, Span
from corpus.read import read_documents
from corpus.register import Target

TRUE = "đúng"
MOST = 25
_MARK = re.compile(r"^\s*(?:[-+•*]|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s*")
_SOFT = re.compile(r"\b(?:trên|tối thiểu|ít nhất|khoảng|dưới|không quá|tối đa)\s+")


def judged(assistant: Assistant, document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield (what was done to a sentence, the sentence, why it is withheld or "")."""
    scenes = list(_with_figures(assistant, document).items())[:MOST]
    for place, (passage, targets) in enumerate(scenes):
        other = scenes[(place + 1) % len(scenes)]
        given = [cite(document, one.span) for one in (passage, other[0])]
        judge = Judge(assistant, given)
        for kind, text in twisted(document, passage, targets, other[1]):
            said = " ".join(_MARK.sub("", text).split()).rstrip(".;: ")
            yield kind, said, judge.reason(f"{said} [1].")
            if kind == "figure of another":
                yield "figure of another, both cited", said, judge.reason(f"{said} [1][2].")


def twisted(
    document: Document, passage: Passage, targets: Sequence[Target], others: Sequence[Target]
) -> Iterator[tuple[str, str]]:
    """Yield a sentence as it is, and twisted in each way that changes it."""
    text, offset = document.quote(passage.span), passage.span.start
    first = targets[0]
    value = document.quote(first.value_span)
    yield TRUE, text

    def put(span: Span, new: str, into: str = text) -> str:
        return into[: span.start - offset] + new + into[span.end - offset :]

    bumped = re.sub(r"\d", lambda digit: str((int(digit.group()) + 3) % 10), value, count=1)
    years = list(dict.fromkeys(re.findall(r"\b20\d\d\b", text)))
    ways = {
        "figure": put(first.value_span, bumped),
        "bound": put(first.value_span, value if _is_loose(value) else _SOFT.sub("", value)),
    }
    if len(years) > 1:
        swap = {years[0]: years[1], years[1]: years[0]}
        ways["years swapped"] = re.sub("|".join(swap), lambda year: swap[year.group()], text)
    if years:
        ways["year"] = text.replace(years[0], str(int(years[0]) + 7))
    for one in targets[1:]:
        if not one.value_span.overlaps(first.value_span):
            later, sooner = sorted((one, first), key=lambda each: -each.value_span.start)
            moved = put(later.value_span, document.quote(sooner.value_span))
            ways["figures swapped"] = put(
                sooner.value_span, document.quote(later.value_span), moved
            )
            break
    if others is not targets:
        ways["figure of another"] = put(first.value_span, document.quote(others[0].value_span))
    if "giảm" not in text:
        ways["direction"] = re.sub(r"\btăng\b", "giảm", text, count=1)
    ways["denied"] = re.sub(r"\b(đạt|có|được)\b", r"không \1", text, count=1)
    yield from ((kind, made) for kind, made in ways.items() if made != text)


def _is_loose(value: str) -> bool:
    """Tell whether a value is "khoảng A-B", which says no more than "từ A-B" and "A-B" do."""
    return value.lower().startswith("khoảng") and re.search(r"\d%?\s*[-–]\s*\d", value) is not None


def _with_figures(assistant: Assistant, document: Document) -> dict[Passage, list[Target]]:
    found: dict[Passage, list[Target]] = {}
    for target in assistant.reader.annotations.targets_of(document.name):
        for passage in document.passages:
            if passage.span.covers(target.value_span) and "|" not in document.quote(passage.span):
                found.setdefault(passage, []).append(target)
    return found


def main(folder: Path) -> None:
    """Print the table for every text of a folder."""
    asked: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for document in read_documents(sorted(folder.rglob("*.txt"))):
        for kind, _, reason in judged(assistant_over([document]), document):
            asked[kind] += 1
            shown[kind] += not reason
    for kind, count in asked.items():
        sys.stdout.write(f"{kind:32} {shown[kind]:4} shown of {count}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
