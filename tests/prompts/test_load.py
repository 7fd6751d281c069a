"""Templates: staff may edit the wording; a slip in the placeholders is found when they load."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.load import FOLDER, PLACEHOLDERS, Template, TemplateError, load_templates


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped templates that a test may spoil."""
    return Path(shutil.copytree(FOLDER, tmp_path / "templates"))


def test_the_shipped_templates_load() -> None:
    templates = load_templates()
    assert set(templates.by_name) == set(PLACEHOLDERS)


def test_every_file_in_the_folder_is_used() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(PLACEHOLDERS)


def test_a_new_wording_is_taken_and_changes_the_hash(folder: Path) -> None:
    (folder / "yes.txt").write_text("Đúng vậy: “{quote}”.\n", encoding="utf-8")
    templates = load_templates(folder)
    assert templates.fill("yes", quote="75%") == "Đúng vậy: “75%”."
    assert templates.sha256 != load_templates().sha256
    assert load_templates().sha256 == load_templates().sha256


@pytest.mark.parametrize("wording", ["Có.", "Có: {quot}", "{quote} {more}", "Có {quote", "}", "{}"])
def test_wrong_placeholders_are_one_line_that_names_the_file(folder: Path, wording: str) -> None:
    (folder / "yes.txt").write_text(wording, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"yes") as caught:
        load_templates(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa"])
def test_a_missing_or_unreadable_file_is_named(folder: Path, content: bytes | None) -> None:
    (folder / "no.txt").unlink()
    if content is not None:
        (folder / "no.txt").write_bytes(content)
    with pytest.raises(TemplateError, match=r"no\.txt"):
        load_templates(folder)


def test_a_template_nobody_knows_is_named_with_those_there_are() -> None:
    with pytest.raises(TemplateError, match=r"khong-co.*answer_span"):
        load_templates().fill("khong-co")


def test_a_value_too_many_or_too_few_is_refused() -> None:
    for values in ({}, {"quote": "a", "span": "b"}):
        with pytest.raises(TemplateError, match="yes"):
            load_templates().fill("yes", **values)


@given(st.text())
def test_a_value_is_never_parsed_again(quote: str) -> None:
    assert Template("t", "“{quote}”").fill(quote=quote) == f"“{quote}”"
