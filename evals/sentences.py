"""Sentences judged by known answers: ``python -m evals.sentences DATA OUT [FOLDER…]``.

For each question to fit by (`evals.known`, `evals.paired`, and the questions beside the texts of
each FOLDER): the foremost sentences that the assistant finds for it in its own document, each
shown as the judge of sentences will see it, and whether an answer worded from it is right. The
training in `assistant.sentence_model.train` learns from them.

What this module does not know: how they are learned from.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.confidence.second import shown
from evals.cases import Case
from evals.known import Asked, answers, asked_in, asked_of, found_for
from evals.paired import paired

_LOOKED_AT, _SENTENCES = 14, 8
FOREMOST: Final = 1.0
OTHERS: Final = 0.35
"""What the sentence found first counts, which is the one that will be judged, and each other."""


def sentences_of(one: Asked) -> Iterator[Mapping[str, object]]:
    """Yield the judged sentences of a document's questions, as records of the file."""
    assistant = assistant_over([one.document])
    for case in one.cases:
        for record in _of_case(assistant, case):
            yield {"document": one.document.name, "case": case.id, **record}


def _of_case(assistant: Assistant, case: Case) -> Iterator[Mapping[str, object]]:
    asked, hits = found_for(assistant, case)
    reading = assistant.evidence_in(hits, asked)
    if reading.best is None or reading.about or reading.mentioned:
        return
    seen: set[str] = set()
    for found in reading.evidence[:_LOOKED_AT]:
        if found.notes.passage.id in seen or len(seen) >= _SENTENCES:
            continue
        weight = OTHERS if seen else FOREMOST
        seen.add(found.notes.passage.id)
        right = case.answerable and answers(assistant, case, reading, found)
        yield {
            "question": asked.text,
            "sentence": shown(found),
            "right": right,
            "weight": weight,
        }


def main(data: str, out: str, *folders: str) -> None:
    """Write the judged sentences of all documents to OUT, as JSON Lines."""
    asked = [*asked_of(Path(data)), *paired(Path(data))]
    asked += [one for folder in folders for one in asked_in(Path(folder))]
    known = {one.document.name: one for one in asked}  # a document once
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    with Path(out).open("w", encoding="utf-8") as file:
        for one in known.values():
            file.writelines(
                json.dumps(record, ensure_ascii=False) + "\n" for record in sentences_of(one)
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
