"""Writes docs/tree.md: every file of the rooms with a few words, taken from its docstring.

What this script does not know: which files matter most (README.md says that).
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("corpus", "index", "assistant", "prompts", "evals")
WIDTH = 88
_HEAD = """# Every file, in a few words

Written by `make docs` from the first line of each file's docstring; a test keeps it so.
"""


def tree(house: Path) -> str:
    """Return the page for the repository at ``house``."""
    rooms = "\n".join(f"## {room}/\n\n```\n{_listing(house / room)}\n```\n" for room in ROOMS)
    return f"{_HEAD}\n{rooms}"


def _listing(room: Path) -> str:
    return "\n".join(_lines(room, 0))


def _lines(folder: Path, depth: int) -> Iterator[str]:
    yield _line(folder.name + "/", folder / "__init__.py", depth)
    for path in sorted(folder.glob("*.py")):
        if path.name != "__init__.py":
            yield _line(path.name, path, depth + 1)
    for child in sorted(each for each in folder.iterdir() if (each / "__init__.py").exists()):
        yield from _lines(child, depth + 1)


def _line(name: str, path: Path, depth: int) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return f"{'  ' * depth + name:<30} {_few_words(text)}"


def _few_words(docstring: str) -> str:
    first = docstring.split("\n\n", maxsplit=1)[0].replace("\n", " ").replace("`", "")
    sentence = first.split(". ", maxsplit=1)[0].rstrip(".")
    if len(sentence) <= WIDTH:
        return sentence
    return sentence[:WIDTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


if __name__ == "__main__":
    sys.stdout.write(tree(Path(__file__).parent.parent))
