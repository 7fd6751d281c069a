"""Loading the templates: one file each in `prompts/templates/`, placeholders checked.

Staff edit the wording of a file; its placeholders (``{quote}``) must stay the ones the code
fills, which is checked when the template is loaded, so that a slip is found at once.

What this module does not know: when a template is used, or what fills it.
"""

import hashlib
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "templates"


class TemplateError(ValueError):
    """A template file is missing, or its placeholders are not the expected ones."""


@dataclass(frozen=True, slots=True)
class Template:
    """One wording: ``name`` is its file's stem, ``text`` the wording with placeholders."""

    name: str
    text: str

    @property
    def placeholders(self) -> frozenset[str]:
        """The names between braces.

        Raises:
            TemplateError: a brace stands alone.
        """
        try:
            parsed = list(string.Formatter().parse(self.text))
        except ValueError as error:
            raise TemplateError(
                f"Mẫu câu «{self.name}» có ngoặc nhọn lẻ; hãy sửa tệp {self.name}.txt."
            ) from error
        return frozenset(field for _, field, _, _ in parsed if field is not None)

    def fill(self, **values: str) -> str:
        """Return the wording with every placeholder replaced; a value is never parsed again.

        Raises:
            TemplateError: a placeholder has no value, or a value no placeholder.
        """
        if frozenset(values) != self.placeholders:
            raise TemplateError(_difference(self.name, self.placeholders, frozenset(values)))
        return self.text.format_map(values)


@dataclass(frozen=True)
class Templates:
    """All templates of a folder, with the hash that evaluation records keep."""

    by_name: Mapping[str, Template]
    sha256: str

    def fill(self, name: str, **values: str) -> str:
        """Fill the template of that name (see `Template.fill`).

        Raises:
            TemplateError: there is no such template, or its placeholders do not fit.
        """
        template = self.by_name.get(name)
        if template is None:
            known = ", ".join(sorted(self.by_name))
            raise TemplateError(f"Không có mẫu câu «{name}»; các mẫu có: {known}.")
        return template.fill(**values)


# What each template must hold: the names the code fills.
PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "answer_quote": frozenset({"quote"}),
    "answer_span": frozenset({"span", "quote"}),
    "answer_cell": frozenset({"span", "column", "quote"}),
    "answer_times": frozenset({"what", "stated"}),
    "answer_list": frozenset({"items"}),
    "yes": frozenset({"quote"}),
    "no": frozenset({"quote"}),
    "no_instead": frozenset({"stated", "asked", "quote"}),
    "correction": frozenset({"stated", "asked", "quote"}),
    "partial": frozenset({"answer", "missing"}),
    "refuse_nearest": frozenset({"quote"}),
    "refuse_time": frozenset({"what", "asked", "stated"}),
    "refuse_time_item": frozenset({"time", "value"}),
    "refuse_figure": frozenset({"quote"}),
    "partial_question": frozenset({"answer", "missing"}),
    "partial_values": frozenset({"count", "stated"}),
    "refuse_name": frozenset({"asked", "quote"}),
    "refuse_scope": frozenset({"asked", "quote"}),
    "refuse_nothing": frozenset({"title"}),
    "withheld": frozenset(),
    "example_target": frozenset({"indicator", "year"}),
    "example_count": frozenset({"what"}),
    "example_yes_no": frozenset({"indicator", "year", "value"}),
    "example_list": frozenset({"what"}),
    "example_heading": frozenset({"heading"}),
    "ask_empty": frozenset(),
    "ask_long": frozenset({"length", "most"}),
    "ask_unreadable": frozenset(),
    "claim_supported": frozenset({"quote"}),
    "claim_refuted": frozenset({"difference", "quote"}),
    "claim_opposed": frozenset({"quote"}),
    "claim_difference": frozenset({"claimed", "stated"}),
    "claim_not_found": frozenset({"quote"}),
    "claim_missing": frozenset({"missing", "quote"}),
    "claim_nothing": frozenset(),
    "claim_bare": frozenset({"verdict"}),
    "claim_fact": frozenset({"fact", "explanation"}),
    "claim_part": frozenset({"statement", "explanation"}),
    "claim_question": frozenset(),
    "claim_empty": frozenset(),
    "claim_long": frozenset({"length", "most"}),
    "claim_markup": frozenset(),
    "claim_unreadable": frozenset(),
    "llm_answer": frozenset({"refusal", "passages", "question"}),
    "llm_refuse": frozenset(),
    "llm_rewrite": frozenset({"history", "question"}),
    "llm_decompose": frozenset({"statement"}),
    "llm_fallback": frozenset({"reason"}),
    "llm_cut": frozenset({"reason"}),
    "llm_part": frozenset({"question", "note"}),
    "llm_withheld": frozenset({"count"}),
}


def load_templates(folder: Path = FOLDER) -> Templates:
    """Read every template of a folder and check its placeholders.

    Raises:
        TemplateError: a file is missing or unreadable, or holds other placeholders than
            `PLACEHOLDERS` says.
    """
    digest = hashlib.sha256()
    found: dict[str, Template] = {}
    for name, expected in sorted(PLACEHOLDERS.items()):
        template = Template(name, _read(folder / f"{name}.txt"))
        if template.placeholders != expected:
            raise TemplateError(_difference(name, expected, template.placeholders))
        digest.update(f"{name}\0{template.text}\0".encode())
        found[name] = template
    return Templates(found, digest.hexdigest())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"Không đọc được mẫu câu «{path}»; hãy khôi phục tệp.") from error


def _difference(name: str, expected: frozenset[str], found: frozenset[str]) -> str:
    want = ", ".join(sorted(expected)) or "(không có)"
    have = ", ".join(sorted(found)) or "(không có)"
    return f"Mẫu câu «{name}» cần các chỗ điền: {want}; đang có: {have}. Hãy sửa tệp {name}.txt."
