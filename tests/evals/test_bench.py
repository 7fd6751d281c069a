"""Benchmarks: any file of the two formats, ranks and spans scored as published."""

import json
import lzma
from collections.abc import Sequence
from math import log2
from pathlib import Path

import pytest

from corpus.errors import CaseError
from corpus.normalize import syllables
from evals.bench import bench_reading, bench_retrieval, rank_of, ranking_scores
from evals.squad import Asked, read_asked

CONTEXTS = ("Hà Nội có 26 chỉ tiêu.", "Sông Hồng dài 1.149 km.")
SQUAD = {
    "data": [
        {
            "title": "t",
            "paragraphs": [
                {
                    "context": context,
                    "qas": [
                        {
                            "id": f"{n}",
                            "question": question,
                            "answers": [{"text": answer, "answer_start": context.index(answer)}],
                        }
                    ],
                }
                for n, (context, question, answer) in enumerate(
                    [
                        (CONTEXTS[0], "Hà Nội có bao nhiêu chỉ tiêu?", "26"),
                        (CONTEXTS[1], "Sông Hồng dài bao nhiêu?", "1.149 km"),
                    ]
                )
            ],
        }
    ]
}


class Overlap:
    """Ranks texts by the syllables they share with the question."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Keep the texts."""
        self.texts = texts

    def search(self, question: str, top: int) -> list[int]:
        """Return the positions of the texts that share most."""
        asked = set(syllables(question))
        order = sorted(
            range(len(self.texts)), key=lambda n: -len(asked & set(syllables(self.texts[n])))
        )
        return order[:top]


class LastWords:
    """Reads the last two words of a context."""

    def read(self, question: str, context: str) -> str:  # noqa: ARG002  (the protocol's)
        """Return them whatever is asked."""
        return " ".join(context.split()[-2:])


def lines(asked: Sequence[Asked], answers: str) -> str:
    """Write questions as JSON Lines, their answers in one of three shapes."""

    def shaped(one: Asked) -> object:
        if answers == "records":
            return [{"text": text, "answer_start": 0} for text in one.answers]
        return {"text": list(one.answers)} if answers == "columns" else list(one.answers)

    return "\n".join(
        json.dumps(
            {
                "id": one.id,
                "title": one.title,
                "context": one.context,
                "question": one.question,
                "answers": shaped(one),
            }
        )
        for one in asked
    )


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(SQUAD), encoding="utf-8")
    return path


@pytest.mark.parametrize("answers", ["records", "columns", "strings"])
@pytest.mark.parametrize("packed", [False, True])
def test_every_format_gives_the_same(
    squad: Path, tmp_path: Path, answers: str, packed: object
) -> None:
    asked = read_asked(squad)
    text = lines(asked, answers).encode()
    path = tmp_path / ("a.jsonl.xz" if packed else "a.jsonl")
    path.write_bytes(lzma.compress(text) if packed else text)
    assert read_asked(path) == asked


@pytest.mark.parametrize(
    "text", ["", "không", '{"a": 1}', '{"data": [{}]}', "[1]", '{"data": []}', "{}\n{}"]
)
def test_what_is_neither_format_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match="hãy") as caught:
        read_asked(path)
    assert "\n" not in str(caught.value)


def test_retrieval_is_measured(squad: Path) -> None:
    result = bench_retrieval(squad, Overlap)
    assert set(result) == {"passages", "questions", "hit1", "ndcg10", "mrr10", "ms_per_query"}
    assert (result["passages"], result["questions"]) == (2, 2)
    assert result["hit1"] == result["ndcg10"] == result["mrr10"] == 1


def test_reading_is_measured(squad: Path) -> None:
    result = bench_reading(squad, LastWords())
    assert set(result) == {"questions", "em", "f1", "ms_per_question"}
    assert (result["questions"], result["em"], result["f1"]) == (2, 0.5, 0.5)


def test_reading_needs_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines([Asked("1", "", "c", "q", ())], "records"), encoding="utf-8")
    with pytest.raises(CaseError, match="đáp án"):
        bench_reading(path, LastWords())


def test_ranks_are_scored_as_published() -> None:
    assert rank_of(5, [3, 5]) == 2
    assert rank_of(4, [3, 5]) is None
    scores = ranking_scores([1, 2, None, 11])
    assert scores["hit1"] == 0.25
    assert scores["ndcg10"] == round((1 + 1 / log2(3)) / 4, 4)
    assert scores["mrr10"] == 0.375
