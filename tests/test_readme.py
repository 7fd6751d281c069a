"""The README's examples, run: what it says is printed is printed."""

import re
import shlex

import pytest

from assistant.cli import run
from evals.main import app_for
from tests.test_rooms import HOUSE

README = (HOUSE / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^\$ \.venv/bin/hoidap ((?:ask|check|targets).*)\n([^$`].*)$", README, re.MULTILINE
)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize(("typed", "printed"), EXAMPLES)
def test_an_example_prints_what_the_readme_says(
    typed: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = shlex.split(typed)
    assert run(app_for(argv), argv) == 0
    assert printed in capsys.readouterr().out.splitlines()
