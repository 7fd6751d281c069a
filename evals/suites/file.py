"""A file of cases as a suite, over the documents of the user's own index.

What this module does not know: which file, or which index.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.errors import CaseError
from corpus.model import Document
from evals.cases import Case, read_cases
from evals.suites import Group, Suite

SUFFIX = ".jsonl"


def is_file(name: str) -> bool:
    """Tell whether what was typed names a file of cases, and not one of the suites."""
    return name.endswith(SUFFIX)


def file_suite(path: Path, documents: Callable[[], Sequence[Document]]) -> Suite:
    """Return the cases of a file, to be asked over these documents together.

    Raises:
        CaseError: a line does not parse, is a draft, names a document that there is not, or has
            evidence that stands in none.
        HoidapError: whatever ``documents`` raises.
    """
    cases = read_cases(path)
    if not cases:
        raise CaseError(f"Tệp câu hỏi “{path}” không có câu nào; hãy thêm mỗi dòng một câu.")
    over = tuple(documents())
    for case in cases:
        _check(case, over, path.name)
    return Suite(path.name, (Group(over, tuple(cases)),))


def _check(case: Case, documents: Sequence[Document], name: str) -> None:
    about = [document for document in documents if case.doc in {"", document.name}]
    if not about:
        known = ", ".join(document.name for document in documents)
        raise CaseError(
            f"{name}, câu “{case.id}”: chỉ mục không có văn bản “{case.doc}”; có: {known}."
        )
    for quote in case.evidence:
        if not any(quote in document.text for document in about):
            raise CaseError(
                f"{name}, câu “{case.id}”: evidence “{quote[:60]}” không có nguyên văn trong "
                "văn bản; hãy chép đúng từng chữ (xem: hoidap source)."
            )
