"""The documentation says what the code does."""

from assistant.cli.reference import reference
from evals.main import app_for
from tests.test_rooms import HOUSE


def test_the_command_reference_is_what_the_code_says() -> None:
    written = (HOUSE / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(app_for([])), "run: make docs"
