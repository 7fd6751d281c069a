"""The documentation says what the code does."""

import re
import subprocess
import sys
from dataclasses import fields

import pytest

from assistant.cli.reference import reference
from assistant.settings import Settings
from evals.main import app_for
from tests.test_rooms import HOUSE


def test_the_command_reference_is_what_the_code_says() -> None:
    written = (HOUSE / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(app_for([])), "run: make docs"


def test_the_tree_names_every_file() -> None:
    """The generator is a script, not a package: it is run as `make docs` runs it."""
    written = (HOUSE / "docs" / "tree.md").read_text(encoding="utf-8")
    generator = HOUSE / "docs" / "tree.py"
    made = subprocess.run(
        [sys.executable, generator], capture_output=True, check=True, encoding="utf-8"
    )
    assert written == made.stdout, "run: make docs"


def test_the_readme_names_every_setting_and_no_other() -> None:
    named = set(re.findall(r"HOIDAP_[A-Z_]+", (HOUSE / "README.md").read_text(encoding="utf-8")))
    keys = {item.name for item in fields(Settings)} - {"index_named", "llm"}
    assert named == {f"HOIDAP_{key.upper()}" for key in keys} | {"HOIDAP_CONFIG"}


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "docs/huong-dan.md", "docs/api.md"])
def test_what_a_page_points_to_is_there(page: str) -> None:
    text = (HOUSE / page).read_text(encoding="utf-8")
    folder = (HOUSE / page).parent
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    assert links or page != "README.md"
    assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/huong-dan.md"])
def test_the_commands_a_page_shows_are_commands(page: str) -> None:
    text = (HOUSE / page).read_text(encoding="utf-8")
    known = reference(app_for([]))
    typed = re.findall(r"^(?:\$ )?\.venv/bin/(hoidap (?:index )?\w+)", text, re.MULTILINE)
    assert typed
    assert [command for command in typed if f"## `{command}`" not in known] == []
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"(?:^|`)make (\w+)", text, re.MULTILINE)
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_the_tree_in_the_readme_names_what_exists() -> None:
    block = next(
        part
        for part in (HOUSE / "README.md").read_text(encoding="utf-8").split("```")
        if part.startswith("\ncorpus/ ")
    )
    room, missing = "", []
    for line in block.strip().splitlines():
        names = re.split(r"\s{2,}", line.strip())[0]
        room = names if not line.startswith(" ") else room
        paths = [room] if names == room else [room + name for name in names.split(", ")]
        missing += [path for path in paths if not (HOUSE / path).exists()]
    assert missing == []
