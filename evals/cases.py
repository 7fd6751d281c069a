"""A case: a question with its known answer, as one JSON object a line.

Fields: ``id``, ``kind``, ``question``, ``history`` (earlier questions), ``must`` (every inner list
needs one alternative in the answer), ``must_not``, ``evidence`` (exact substrings of the document),
``verdict`` (claims only), and, optional: ``doc``, ``span`` (accepted shortest answers), ``starts``
(how a yes/no answer begins), ``status`` (accepted statuses), ``split`` ("tune" or "held").

What this module does not know: how an answer is scored (`evals.scorers`), or who answers.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from assistant.answer import Status, VerdictKind
from corpus.errors import CaseError


class Kind(StrEnum):
    """What a case tries."""

    FACT = "fact"
    LIST = "list"
    YESNO = "yesno"
    PARAPHRASE = "paraphrase"
    ROBUST = "robust"
    MULTI_TURN = "multi_turn"
    UNANSWERABLE = "unanswerable"
    FALSE_PREMISE = "false_premise"
    CLAIM = "claim"


class Split(StrEnum):
    """Who may look at a case: ``TUNE`` is for development, ``HELD`` only measures."""

    TUNE = "tune"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Case:
    """One known answer; see the module's docstring for the fields.

    ``variant`` names how the question was distorted ("" for as written); see `evals.variants`.
    """

    id: str
    kind: Kind
    question: str
    history: tuple[str, ...] = ()
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    verdict: VerdictKind | None = None
    doc: str = ""
    span: tuple[str, ...] = ()
    starts: str = ""
    status: tuple[Status, ...] = ()
    split: Split | None = None
    variant: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the documents hold at least part of what is asked."""
        return self.kind not in {Kind.UNANSWERABLE, Kind.FALSE_PREMISE, Kind.CLAIM}

    @property
    def label(self) -> str:
        """The row of a report this case is counted in: its variant, or else its kind."""
        return self.variant or self.kind.value


_REQUIRED = ("id", "kind", "question", "history", "must", "must_not", "evidence", "verdict")
_OPTIONAL = ("doc", "span", "starts", "status", "split")
_DRAFT = "draft"  # what `hoidap feedback --to-cases` marks its cases with
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


def read_cases(path: Path) -> list[Case]:
    """Read a file of cases.

    Raises:
        CaseError: the file cannot be read, a line does not parse, or an id comes twice.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(
            f"Không đọc được tệp câu hỏi “{path}” ({error}); hãy kiểm tra đường dẫn và mã UTF-8."
        ) from error
    return parse_cases(lines, path.name)


def parse_cases(lines: Iterable[str], name: str) -> list[Case]:
    """Parse JSON lines (blank ones are skipped); ``name`` is the file's, for messages.

    Raises:
        CaseError: see `read_cases`; the message names the line, what is wrong, and what to do.
    """
    cases: list[Case] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = _case(json.loads(line))
        except (ValueError, TypeError) as error:
            raise CaseError(f"{name}, dòng {number}: {_reason(error)}") from error
        if case.id in seen:
            raise CaseError(f"{name}, dòng {number}: id “{case.id}” đã dùng; hãy đặt id khác.")
        seen.add(case.id)
        cases.append(case)
    return cases


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"không phải JSON ({error.msg}, cột {error.colno}); hãy ghi mỗi dòng một đối tượng."
    return str(error)


def _case(record: object) -> Case:
    if not isinstance(record, dict):
        raise TypeError("không phải một đối tượng JSON; hãy ghi dạng {“id”: …}.")
    if _DRAFT in record:
        raise ValueError(
            "còn là bản nháp từ phản hồi; cần một người đọc, sửa kind, must, evidence, "
            f"rồi bỏ trường “{_DRAFT}”."
        )
    if missing := [key for key in _REQUIRED if key not in record]:
        raise ValueError(f"thiếu trường {', '.join(missing)}; hãy thêm vào.")
    if unknown := sorted(record.keys() - {*_REQUIRED, *_OPTIONAL}):
        raise ValueError(f"trường lạ {', '.join(map(str, unknown))}; hãy bỏ đi hoặc sửa tên.")
    case = Case(
        id=_text(record, "id"),
        kind=_member(Kind, record["kind"], "kind"),
        question=_text(record, "question"),
        history=_texts(record, "history"),
        must=_groups(record["must"]),
        must_not=_texts(record, "must_not"),
        evidence=_texts(record, "evidence"),
        verdict=_optional(record["verdict"], lambda v: _member(VerdictKind, v, "verdict")),
        doc=_text(record, "doc", default=""),
        span=_spans(record.get("span")),
        starts=_text(record, "starts", default=""),
        status=tuple(_member(Status, v, "status") for v in _texts(record, "status")),
        split=_optional(record.get("split"), lambda v: _member(Split, v, "split")),
    )
    return _consistent(case)


def _consistent(case: Case) -> Case:
    if (case.kind is Kind.CLAIM) != (case.verdict is not None):
        raise ValueError("“verdict” phải có ở loại claim và là null ở loại khác; hãy sửa lại.")
    if case.answerable and not (case.must or case.starts):
        raise ValueError(f"loại {case.kind} cần “must” để chấm; hãy thêm điều phải có.")
    clashes = [bad for bad in case.must_not if any(bad in group for group in case.must)]
    if clashes:
        raise ValueError(f"“{clashes[0]}” vừa ở must vừa ở must_not; hãy bỏ một chỗ.")
    return case


def _optional(value: object, parse: Callable[[object], _T]) -> _T | None:
    return None if value is None else parse(value)


def _member(kind: type[_E], value: object, field: str) -> _E:
    try:
        return kind(str(value))
    except ValueError:
        known = ", ".join(kind)
        raise ValueError(f"“{field}” là {value!r}; hãy dùng một trong: {known}.") from None


def _text(record: dict[str, Any], field: str, default: str | None = None) -> str:
    value = record.get(field, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise ValueError(f"“{field}” phải là chuỗi không rỗng, không phải {value!r}; hãy sửa lại.")
    return value


def _texts(record: dict[str, Any], field: str) -> tuple[str, ...]:
    return _strings(record.get(field, []), field)


def _strings(value: object, field: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise ValueError(f"“{field}” phải là danh sách chuỗi không rỗng; hãy sửa {value!r}.")
    return tuple(value)


def _groups(value: object) -> tuple[tuple[str, ...], ...]:
    if not isinstance(value, list):
        raise TypeError(f"“must” phải là danh sách các danh sách; hãy sửa {value!r}.")
    groups = tuple(_strings(group, "must") for group in value)
    if not all(groups):
        raise ValueError("“must” có nhóm rỗng; hãy thêm một cách viết hoặc bỏ nhóm ấy.")
    return groups


def _spans(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else _strings(value or [], "span")
