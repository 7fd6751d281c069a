"""Questions to fit and to judge by, on texts of the data folder that no suite uses.

`sources.json` says where each text lies (see `evals.fitting.sources`), what it is for and the
sha256 of the text as assembled; `NAME.jsonl` holds its questions. Nothing of the texts is kept
here: where a case of `evals.cases` has ``evidence``, a record has ``answers``, pairs
``[start, end)`` of code points in the assembled text; ``must`` holds the short answers. The id
says how a question was written, as one letter before its number:

    p   a paraphrase that shares no content word with the text, where another word exists
    q   a paraphrase that keeps a word or two (a name, a year, the thing asked about)
    f, l, y, r   a fact, a list, yes or no (with ``starts``), sloppily typed
    u   a near miss: same subject, but another year, place, body, indicator, kind of quantity, a
        narrower modifier, or a person, cause or cost that is not given
    x   about something else

Texts for judging are for measuring: no rule, weight or threshold is chosen by their cases, which
are marked as held back (`evals.cases.Split`); the others are for tuning.

What this package does not know: who answers, and how answers are scored.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from corpus.errors import CaseError
from corpus.model import Document
from corpus.read import document_of
from evals.cases import Case, Split, parse_cases
from evals.fitting.sources import Source, assembled

_FOLDER = Path(__file__).parent
_ABSENT = "chưa có thư mục dữ liệu: đặt HOIDAP_DATA hoặc --data"


class Use(StrEnum):
    """What a text's questions are for."""

    FIT = "fit"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its questions; the document's name is the text's, and each case's ``doc``."""

    use: Use
    document: Document
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that could be assembled, and for each other one why not, in Vietnamese."""

    texts: tuple[Text, ...]
    skipped: tuple[str, ...] = ()

    def of(self, use: Use) -> tuple[Text, ...]:
        """Return the texts for one use."""
        return tuple(text for text in self.texts if text.use is use)


def fitting_cases(data: Path | None, folder: Path = _FOLDER) -> Texts:
    """Assemble the texts from the data folder ``data`` and read their questions in ``folder``.

    A text whose file is absent, or whose assembled sha256 is another one, is skipped with its
    reason. It takes some seconds: each large file is read once.

    Raises:
        CaseError: `sources.json` or a file of questions does not parse, or an answer lies outside
            its text.
    """
    sources = read_sources(folder)
    if data is None:
        return Texts((), (_ABSENT,))
    found = assembled(data, {name: source for name, (source, _) in sources.items()})
    texts: list[Text] = []
    skipped: list[str] = []
    for name, (source, use) in sources.items():
        text = found.get(name)
        if text is None:
            skipped.append(f"{name}: không thấy trong {data / source.file}")
            continue
        document = document_of(name, text)
        if document.sha256 != source.sha256:
            skipped.append(f"{name}: văn bản trong {data / source.file} đã khác bản được đánh dấu")
            continue
        cases = _cases(folder / f"{name}.jsonl", document)
        split = Split.HELD if use is Use.JUDGE else Split.TUNE
        marked = tuple(replace(case, split=split) for case in cases)
        texts.append(Text(use, document, marked))
    return Texts(tuple(texts), tuple(skipped))


def read_sources(folder: Path = _FOLDER) -> Mapping[str, tuple[Source, Use]]:
    """Return where each text lies and what it is for, by name.

    Raises:
        CaseError: `sources.json` cannot be read or does not parse.
    """
    path = folder / "sources.json"
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: (Source.parse(record), Use(record["use"])) for name, record in records.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CaseError(f"Không đọc được “{path}” ({error}); hãy sửa hoặc lấy lại tệp.") from error


def _cases(path: Path, document: Document) -> tuple[Case, ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(
            f"Không đọc được tệp câu hỏi “{path}” ({error}); hãy kiểm tra đường dẫn và mã UTF-8."
        ) from error
    completed = (
        _completed(line, f"{path.name}, dòng {number}", document)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )
    return tuple(parse_cases(completed, path.name))


def _completed(line: str, where: str, document: Document) -> str:
    """Return a record as a line of `evals.cases`, its answers as the words they point to."""
    try:
        record = json.loads(line)
        evidence = [_words(document.text, start, end) for start, end in record.pop("answers")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CaseError(
            f"{where}: {error}; hãy ghi một đối tượng JSON có answers là các cặp [đầu, cuối]."
        ) from error
    usual: dict[str, Any] = {"history": [], "must": [], "must_not": [], "verdict": None}
    whole = usual | record | {"evidence": evidence, "doc": document.name}
    return json.dumps(whole, ensure_ascii=False)


def _words(text: str, start: int, end: int) -> str:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}] nằm ngoài văn bản dài {len(text)} ký tự")
    return text[start:end]
