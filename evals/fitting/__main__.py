"""Marking questions: `python -m evals.fitting DATA DRAFTS`, from quotes to places in the text.

DRAFTS holds, for each text of `sources.json`, `NAME.questions.jsonl` in the format of the
documents' question files, its ``evidence`` quoted. Each becomes `NAME.jsonl`, the quotes as
places; `sources.json` gets the texts' sha256. A quote that is not in its text, or a ``must`` that
no quote meets, is an error. So a text is added by its entry in `sources.json` (any sha256) and a
draft.

What this module does not know: whether a question is a good one.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from corpus.errors import CaseError
from evals.cases import Case, read_cases
from evals.fitting import read_sources
from evals.fitting.sources import assembled
from evals.scorers.accuracy import says

_FOLDER = Path(__file__).parent


def mark(case: Case, text: str) -> dict[str, Any]:
    """Return a case as a record of `evals.fitting`.

    Raises:
        CaseError: a quote is not in ``text``, or the quotes do not hold what the answer must.
    """
    places = [text.find(quote) for quote in case.evidence]
    if -1 in places:
        quote = case.evidence[places.index(-1)]
        raise CaseError(f"{case.id}: “{quote}” không có trong văn bản; hãy chép lại cho đúng.")
    if not says("\n".join(case.evidence), case.must):
        raise CaseError(f"{case.id}: evidence không có điều ở must; hãy sửa một trong hai.")
    optional = {"history": case.history, "must_not": case.must_not, "starts": case.starts}
    return {
        "id": case.id,
        "kind": case.kind.value,
        "question": case.question,
        "must": case.must,
        **{field: value for field, value in optional.items() if value},
        "answers": [
            [start, start + len(quote)] for start, quote in zip(places, case.evidence, strict=True)
        ],
    }


def main(data: str, drafts: str, folder: Path = _FOLDER) -> None:
    """Write every text's questions to ``folder``, and the sha256 of the texts to its sources."""
    index = folder / "sources.json"
    entries = json.loads(index.read_text(encoding="utf-8"))
    sources = {name: source for name, (source, _) in read_sources(folder).items()}
    texts = assembled(Path(data), sources)
    if missing := sorted(sources.keys() - texts.keys()):
        raise CaseError(f"Không thấy văn bản {', '.join(missing)} trong {data}; hãy xem lại.")
    for name, text in texts.items():
        cases = read_cases(Path(drafts) / f"{name}.questions.jsonl")
        lines = [json.dumps(mark(case, text), ensure_ascii=False) + "\n" for case in cases]
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        entries[name]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    index.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
