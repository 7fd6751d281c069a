"""An evaluation with a language model records what the model did, what it cost, and the wording."""

import json
from pathlib import Path

import pytest

from assistant.cli import run
from evals.main import app_for
from evals.model_use import summed
from evals.provenance import prompts_sha256
from evals.record import Run, read_run
from tests.assistant.llm.conftest import CITED, INCOME, SECRET
from tests.assistant.llm.scripted import fails, in_turn, says, serving

LIE = CITED.replace("12.500", "15.000")
UNSTATED = "Thu nhập bình quân đầu người năm 2045 là bao nhiêu?"
CASES = (
    {"id": "lies-beside", "kind": "fact", "question": INCOME, "must": [["12.500"]]},
    {"id": "lies-alone", "kind": "fact", "question": INCOME, "must": [["12.500"]]},
    {"id": "broken", "kind": "fact", "question": INCOME, "must": [["12.500"]]},
    {"id": "unstated", "kind": "unanswerable", "question": UNSTATED, "must": []},
)


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, str]:
    """Return the record and the page of ``hoidap eval FILE --llm NAME`` with a scripted server."""
    home = tmp_path_factory.mktemp("evaluated")
    rest: dict[str, object] = {"history": [], "must_not": [], "evidence": [], "verdict": None}
    lines = [json.dumps(case | rest, ensure_ascii=False) for case in CASES]
    (home / "cases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    unclocked = says(CITED)  # each suite's first question is asked once before any is timed
    script = in_turn(unclocked, says(f"{CITED}\n{LIE}"), says(LIE), fails(401))
    argv = ["eval", str(home / "cases.jsonl"), "--llm", "mo-hinh-thu"]
    argv += ["--json", str(home / "run.json"), "--html", str(home / "run.html")]
    with serving(script) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOIDAP_LLM_BASE_URL", server.url)
        patch.setenv("HOIDAP_LLM_API_KEY", SECRET)
        patch.setenv("XDG_DATA_HOME", str(home))
        assert run(app_for(argv[:1]), argv) == 0
    assert len(server.exchanges) == 4
    return read_run(home / "run.json"), (home / "run.html").read_text(encoding="utf-8")


def test_each_answer_has_what_it_cost_and_what_became_of_it(evaluated: tuple[Run, str]) -> None:
    (suite,) = evaluated[0].suites
    use = {outcome.id: outcome.model for outcome in suite.outcomes}
    assert {name: (one.calls, one.reworded, one.fallbacks) for name, one in use.items()} == {
        "lies-beside": (1, 1, 0),
        "lies-alone": (1, 0, 1),
        "broken": (1, 0, 1),
        "unstated": (0, 0, 0),
    }
    assert [use[name].withheld for name in ("lies-beside", "lies-alone", "broken")] == [1, 1, 0]
    assert (use["lies-beside"].prompt_tokens, use["lies-beside"].completion_tokens) == (100, 20)
    assert all(one.seconds > 0 for one in use.values() if one.calls)
    assert all(outcome.right for outcome in suite.outcomes)


def test_the_page_reports_withheld_fallbacks_and_tokens(evaluated: tuple[Run, str]) -> None:
    kept, page = evaluated
    use = summed(outcome.model for suite in kept.suites for outcome in suite.outcomes)
    assert f"quay về trích nguyên văn {use.fallbacks}, giữ lại {use.withheld} câu" in page
    assert f"{use.prompt_tokens} token vào, {use.completion_tokens} token ra" in page
    assert SECRET not in page + repr(kept)
    assert kept.settings["llm_model"] == "mo-hinh-thu"


def test_the_record_has_the_hash_of_the_wording(evaluated: tuple[Run, str], tmp_path: Path) -> None:
    from prompts.load import FOLDER

    assert evaluated[0].prompts_sha256 == prompts_sha256()
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = prompts_sha256(tmp_path)
    assert before == prompts_sha256(FOLDER)
    for name in ("llm_answer", "llm_rewrite", "llm_decompose", "llm_refuse"):
        edited = tmp_path / f"{name}.txt"
        edited.write_text(f"{edited.read_text(encoding='utf-8')} Viết ngắn.", encoding="utf-8")
        after = prompts_sha256(tmp_path)
        assert after != before
        before = after
