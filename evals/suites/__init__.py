"""The suites by name, each as groups of cases over their documents.

    seed                the shipped programme document, cases of our own
    seed-claims         statements about it to check
    robustness          its clean cases typed badly (see `evals.variants`)
    documents           the documents of the data folder, each in an index of its own
    documents-together  the same cases over one index of all of them
    written             programme documents of our own invention, in the forms that real ones have
                        (`written/tune`), each in an index of its own
    written-unseen      the same, of others that nothing was developed on (`written/judge`)
    fitting             questions on other texts of the data folder (`evals.fitting`), each over its
                        own text: those that rules and weights are found by
    unseen              the same on texts that nothing was developed on: for judging only

What this package does not know: who answers, or how answers are scored.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import CaseError
from corpus.model import Document
from corpus.read import read_document
from corpus.shipped import shipped_paths
from evals.cases import Case, Split, read_cases
from evals.fitting import Use, fitting_cases
from evals.variants import distorted

_FOLDER = Path(__file__).parent
_QUESTIONS = ".questions.jsonl"


@dataclass(frozen=True, slots=True)
class Group:
    """Cases to ask of one assistant, over these documents."""

    documents: tuple[Document, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Suite:
    """Groups of cases; ``skipped`` is the reason, in Vietnamese, when there is nothing to run."""

    name: str
    groups: tuple[Group, ...] = ()
    skipped: str = ""


def load_suite(name: str, data: Path | None = None) -> Suite:
    """Load a suite by its name; ``data`` is the folder of further documents, if there is one.

    Raises:
        CaseError: there is no suite of that name, or its cases do not parse.
        UnreadableDocument: a document cannot be read.
    """
    loader = SUITES.get(name)
    if loader is None:
        known = ", ".join(SUITES)
        raise CaseError(f"Không có bộ câu hỏi “{name}”; hãy chọn trong: {known}.")
    return loader(data)


def _seed(_: Path | None) -> Suite:
    return Suite("seed", (Group(_shipped(), tuple(read_cases(_FOLDER / "seed.jsonl"))),))


def _claims(_: Path | None) -> Suite:
    cases = read_cases(_FOLDER / "seed-claims.jsonl")
    return Suite("seed-claims", (Group(_shipped(), tuple(cases)),))


def _robustness(_: Path | None) -> Suite:
    cases = distorted(read_cases(_FOLDER / "seed.jsonl"))
    return Suite("robustness", (Group(_shipped(), tuple(cases)),))


def _documents(data: Path | None) -> Suite:
    groups = _data_groups(data)
    return Suite("documents", groups, "" if groups else _absent(data))


def _together(data: Path | None) -> Suite:
    groups = _data_groups(data)
    if not groups:
        return Suite("documents-together", skipped=_absent(data))
    documents = tuple(document for group in groups for document in group.documents)
    cases = tuple(case for group in groups for case in group.cases)
    return Suite("documents-together", (Group(documents, cases),))


def _written(_: Path | None) -> Suite:
    return Suite("written", _data_groups(_FOLDER / "written" / "tune"))


def _written_unseen(_: Path | None) -> Suite:
    groups = _data_groups(_FOLDER / "written" / "judge")
    held = (
        replace(group, cases=tuple(replace(case, split=Split.HELD) for case in group.cases))
        for group in groups
    )
    return Suite("written-unseen", tuple(held))


def _fitting(data: Path | None) -> Suite:
    return _other_texts("fitting", data, Use.FIT)


def _unseen(data: Path | None) -> Suite:
    return _other_texts("unseen", data, Use.JUDGE)


def _other_texts(name: str, data: Path | None, use: Use) -> Suite:
    """Return a suite of other texts; what could not be put together is left out."""
    found = fitting_cases(data)
    groups = tuple(Group((text.document,), text.cases) for text in found.of(use))
    return Suite(name, groups, "" if groups else "; ".join(found.skipped))


def _shipped() -> tuple[Document, ...]:
    return tuple(read_document(path) for path in shipped_paths())


def _data_groups(data: Path | None) -> tuple[Group, ...]:
    if data is None:
        return ()
    folder = data / "documents" if (data / "documents").is_dir() else data
    return tuple(_data_group(questions) for questions in sorted(folder.glob(f"*{_QUESTIONS}")))


def _data_group(questions: Path) -> Group:
    source = questions.with_name(questions.name.removesuffix(_QUESTIONS) + ".txt")
    document = read_document(source)
    cases = (replace(case, doc=document.name) for case in read_cases(questions))
    return Group((document,), tuple(cases))


def _absent(data: Path | None) -> str:
    if data is None:
        return "chưa có thư mục dữ liệu: đặt HOIDAP_DATA hoặc --data"
    return f"thư mục {data} không có tệp *{_QUESTIONS}"


SUITES: Mapping[str, Callable[[Path | None], Suite]] = {
    "seed": _seed,
    "seed-claims": _claims,
    "robustness": _robustness,
    "documents": _documents,
    "documents-together": _together,
    "written": _written,
    "written-unseen": _written_unseen,
    "fitting": _fitting,
    "unseen": _unseen,
}
