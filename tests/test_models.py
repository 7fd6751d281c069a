"""Every model has a card that is true of its files; `make train` rebuilds it as the card says."""

import hashlib
import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
MODELS = (
    "index/static_model",
    "assistant/span_model",
    "assistant/paragraph_model",
    "assistant/restore",
    "assistant/thesaurus",
    "assistant/neighbours",
    "assistant/claims/learned",
    "assistant/confidence",
    "corpus/frequency",
)
RECORDED = [one for one in MODELS if one not in {"assistant/confidence", "corpus/frequency"}]
COMMAND = re.compile(r"python (-m [\w.]+ [^`\n]+)")


def _recorded(folder: Path) -> dict[str, str]:
    """Return the sha256 of each file that a record names."""
    (path,) = [*folder.glob("weights.json"), *folder.glob("weights/weights.json")]
    record = json.loads(path.read_text(encoding="utf-8"))
    files = record.get("files") or {record.get("file", "weights.npz"): record["sha256"]}
    return {str(path.with_name(name)): sha256 for name, sha256 in files.items()}


def _training() -> list[str]:
    """Return the commands of ``make train``, on one line each, with DATA for the data folder."""
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    recipe = makefile.split("\ntrain: ")[1].split("\n\n")[0]
    lines = [" ".join(line.split()) for line in recipe.splitlines() if "$(BIN)/python" in line]
    return [line.replace("$(DATA)", "DATA").removeprefix("$(BIN)/python ") for line in lines]


@pytest.mark.parametrize("model", RECORDED)
def test_a_card_names_the_sha256_of_what_is_there(model: str) -> None:
    card = (HOUSE / model / "README.md").read_text(encoding="utf-8")
    for file, sha256 in _recorded(HOUSE / model).items():
        assert hashlib.sha256(Path(file).read_bytes()).hexdigest() == sha256
        assert sha256 in card, file


def test_the_table_of_rarities_is_the_one_of_its_card() -> None:
    folder = HOUSE / "corpus" / "frequency"
    sha256 = hashlib.sha256((folder / "syllables.tsv").read_bytes()).hexdigest()
    assert sha256 in (folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", MODELS)
def test_a_card_tells_data_limits_and_the_command_of_make_train(model: str) -> None:
    card = (HOUSE / model / "README.md").read_text(encoding="utf-8")
    flat = " ".join(card.split())
    assert re.search(r"not for|limits|weak where", card, re.IGNORECASE)
    assert any(command in flat for command in _training()), COMMAND.findall(card)


def test_make_train_runs_what_is_there() -> None:
    for command in _training():
        module = command.split()[1]
        assert find_spec(module) is not None, module
