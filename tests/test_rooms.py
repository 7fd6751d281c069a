"""The house: arrows between rooms, one door to chromadb and to the environment, short files."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("corpus", "index", "assistant", "evals", "prompts")
MAY_IMPORT = {
    "corpus": set[str](),
    "prompts": set[str](),
    "index": {"corpus"},
    "assistant": {"corpus", "index", "prompts"},
    "evals": {"corpus", "index", "prompts", "assistant"},
}
# Scripts a person runs by hand to train what ships; nothing at run time imports one.
TRAINING = ("train", "training")
MAX_LINES = 300


def _files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (HOUSE / room).rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _imports(path: Path) -> Iterator[str]:
    return _imported(_tree(path), _name(path.parent).split("/"))


def _imported(tree: ast.Module, package: list[str]) -> Iterator[str]:
    """Yield every module that is imported, at the top or inside a function, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            yield from (
                name.value
                for name in node.args[:1]
                if isinstance(name, ast.Constant) and isinstance(name.value, str)
            )


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_to_its_left(room: str) -> None:
    wrong = [
        f"{_name(path)} imports {module}"
        for path in _files(room)
        for module in _imports(path)
        if module.split(".")[0] in set(ROOMS) - {room} - MAY_IMPORT[room]
        or module.split(".")[0] == "tests"
    ]
    assert not wrong


def test_the_walker_sees_lazy_relative_and_dynamic_imports() -> None:
    """A walker that saw nothing would pass everything."""
    probe = """
def f():
    import evals.x
    from index import y
    from ..cli import z
    importlib.import_module("prompts.w")
"""
    assert set(_imported(ast.parse(probe), ["assistant", "chat"])) == {
        "evals.x",
        "index",
        "index.y",
        "assistant.cli",
        "assistant.cli.z",
        "prompts.w",
    }


def test_one_file_imports_chromadb() -> None:
    users = [_name(path) for path in _files(*ROOMS) if "chromadb" in _heads(path)]
    assert len(users) <= 1, users


def _heads(path: Path) -> set[str]:
    return {module.split(".")[0] for module in _imports(path)}


def test_only_settings_read_the_environment() -> None:
    wrong = [
        f"{_name(path)}:{node.lineno}"
        for path in _files(*ROOMS)
        if _name(path) != "assistant/settings.py"
        for node in ast.walk(_tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"})
        or (isinstance(node, ast.ImportFrom) and node.module == "os" and _takes_environ(node))
    ]
    assert not wrong


def _takes_environ(node: ast.ImportFrom) -> bool:
    return any(alias.name in {"environ", "environb", "getenv"} for alias in node.names)


def test_no_print_in_library_code() -> None:
    wrong = [
        f"{_name(path)}:{node.lineno}"
        for path in _files(*ROOMS)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "breakpoint"}
    ]
    assert not wrong


def test_no_file_is_longer_than_a_reader_holds() -> None:
    long = [
        f"{_name(path)}: {lines}"
        for path in _files(*ROOMS, "tests")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    ]
    assert not long


def test_every_module_says_what_it_is() -> None:
    silent = [_name(path) for path in _files(*ROOMS, "tests") if not ast.get_docstring(_tree(path))]
    assert not silent


def test_nothing_at_run_time_imports_a_training_script() -> None:
    wrong = [
        f"{_name(path)} imports {module}"
        for path in _files(*ROOMS)
        if not path.stem.startswith(TRAINING)
        for module in _imports(path)
        if module.split(".")[0] in ROOMS
        and any(part.startswith(TRAINING) for part in module.split(".")[1:])
        and not any(part.startswith(TRAINING) for part in path.parent.parts)
    ]
    assert not wrong


def test_every_library_imported_is_declared() -> None:
    """Importing what another package happens to bring along works until it no longer does."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *extras["models"], *extras["llm"], *extras["mcp"]]
    names = {re.split(r"[<>=]", each)[0] for each in declared}
    providers = packages_distributions()
    foreign = set[str]().union(*(_heads(path) for path in _files(*ROOMS)))
    foreign -= set(sys.stdlib_module_names) | set(ROOMS)
    assert [each for each in foreign if not names & set(providers.get(each, []))] == []


def test_every_folder_of_code_is_a_package() -> None:
    """A folder without ``__init__.py`` would be missing from the wheel."""
    folders = {path.parent for path in _files(*ROOMS)}
    assert [_name(each) for each in folders if not (each / "__init__.py").exists()] == []


def test_every_room_has_its_tests() -> None:
    assert [room for room in ROOMS if not list((HOUSE / "tests" / room).glob("test_*.py"))] == []


def test_no_pattern_has_a_range_of_marked_letters() -> None:
    """From "À" to "Ỹ" lie small letters too; `corpus.normalize.CAPITALS` names the capitals."""
    mixed = re.compile(r"[À-ỹ]-[À-ỹ]")
    trained = {"assistant/sentence_model/near.py"}  # its features are what the model was fitted on
    wrong = {_name(path) for path in _files(*ROOMS) if mixed.search(path.read_text("utf-8"))}
    assert wrong - {"corpus/normalize.py"} == trained
