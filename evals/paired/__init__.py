"""Questions in everyday words over texts of the data folder, to train the judge of sentences by.

Each text has some five questions that share few words with the sentence that answers them, a plain
one, and three near misses that it does not answer. `questions.jsonl` holds the questions, with
where the answer stands as ``[start, end)`` code points of the assembled text; `sources.json` says
where each text lies (`evals.fitting.sources`). Nothing of the texts is kept here.

What this package does not know: suites and scores; no rule or threshold is judged by these.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.errors import CaseError
from corpus.model import Document
from corpus.read import document_of
from evals.cases import parse_cases
from evals.fitting.sources import Source, assembled
from evals.known import Asked

_FOLDER = Path(__file__).parent


def paired(data: Path, folder: Path = _FOLDER) -> list[Asked]:
    """Return the texts found below ``data`` with their questions; others are left out.

    Raises:
        CaseError: a file of ``folder`` does not parse, or an answer lies outside its text.
    """
    try:
        records = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
        sources = {name: Source.parse(record) for name, record in records.items()}
        lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CaseError(f"Không đọc được “{folder}” ({error}); hãy lấy lại tệp.") from error
    texts = assembled(data, sources)
    documents = {name: document_of(name, text) for name, text in texts.items()}
    same = {n: d for n, d in documents.items() if d.sha256 == sources[n].sha256}
    asked: dict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(lines):
        _add(asked, same, line, number)
    return [Asked(same[name], tuple(parse_cases(records, name))) for name, records in asked.items()]


def _add(asked: dict[str, list[str]], documents: dict[str, Document], line: str, at: int) -> None:
    """Add one question to those of its text, in the form of `evals.cases`."""
    try:
        record = json.loads(line)
        document = documents.get(record["text"])
        answer = _answer(record, document) if document else ""
        case = {
            "id": f"{record['text']}-{at}", "kind": record["kind"], "question": record["question"],
            "history": [], "must": [[answer.lower()]] if answer else [], "must_not": [],
            "evidence": [answer] if answer else [], "verdict": None,
        }  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError(f"questions.jsonl, dòng {at + 1}: {error}; hãy sửa.") from error
    if document:
        asked[record["text"]].append(json.dumps(case, ensure_ascii=False))


def _answer(record: Mapping[str, Any], document: Document) -> str:
    """Return the words that answer, "" for a question without an answer."""
    if "answer" not in record:
        return ""
    start, end = record["answer"]
    answer = document.text[start:end]
    if not answer:
        raise ValueError(f"đoạn {start}-{end} ngoài văn bản")
    return answer
