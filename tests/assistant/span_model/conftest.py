"""A data folder of the same layout as the real one, with made-up texts, and a tiny recipe."""

import csv
import json
import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from rich.console import Console

TOPICS = ("trường học", "bệnh viện", "cầu đường", "nông nghiệp", "du lịch")


def lines(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    """Write JSON Lines, compressed where the name says so."""
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    path.write_bytes(lzma.compress(text.encode()) if path.suffix == ".xz" else text.encode())


def paragraph(topic: str, number: int) -> str:
    """Return a paragraph of three sentences; what is asked for stands in the second."""
    return (
        f"Huyện An Phú số {number} có một {topic} lớn. Ông Lê Văn Ba mở {topic} vào năm "
        f"{1990 + number} cùng {10 + number} người dân. Kế hoạch cho {topic} đã được thông qua."
    )


def report(topic: str, number: int) -> str:
    """Return another paragraph, that shares no eight words with `paragraph`."""
    return (
        f"Chợ xã này nằm gần một {topic}. Bà Trần Thị Hoa lập {topic} năm {1990 + number} với "
        f"sự giúp đỡ của {10 + number} gia đình. Từ đó nơi này đông vui hơn."
    )


def asked(topic: str, number: int) -> dict[str, object]:
    """Return a question about the year in `report`, with its answer."""
    context, answer = report(topic, number), str(1990 + number)
    return {
        "title": topic,
        "context": context,
        "question": f"Bà Trần Thị Hoa lập {topic} năm nào?",
        "answers": [{"text": answer, "answer_start": context.index(answer)}],
    }


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder."""
    root = tmp_path_factory.mktemp("data")
    (root / "text").mkdir()
    (root / "qa").mkdir()
    wiki = [
        {
            "title": topic,
            "sections": [{"h": "Kế hoạch", "p": [paragraph(topic, number) for number in range(9)]}],
        }
        for topic in TOPICS
    ]
    lines(root / "text" / "viwiki.jsonl.xz", wiki)
    law = [{"law": "LUẬT", "title": topic, "text": paragraph(topic, 20)} for topic in TOPICS]
    lines(root / "text" / "law-articles.jsonl.xz", law)
    for name, lead in (("vietnews-train", "abstract"), ("baomoi", "sapo")):
        news = [
            {"title": topic, lead: "Tin mới", "body": [paragraph(topic, 21)] * 2}
            for topic in TOPICS
        ]
        lines(root / "text" / f"{name}.jsonl.xz", news)
    questions = [asked(topic, number) for topic in TOPICS for number in range(9)]
    lines(root / "qa" / "viquad1-train.jsonl.xz", questions)
    lines(
        root / "qa" / "viquad1-dev.jsonl",
        [asked(topic, 30 + n) for topic in TOPICS for n in (0, 1)],
    )
    with (root / "qa" / "alqac.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["context", "question", "answer"])
        table.writerow([paragraph(TOPICS[0], 1), "Huyện nào có trường học?", "Huyện An Phú"])
    one = {"question": "Ai mở?", "answers": [{"text": "Lê Văn Ba", "answer_start": 3}]}
    none = {"question": "Vì sao mở?", "answers": [], "is_impossible": True}
    body = {"data": [{"paragraphs": [{"context": paragraph(TOPICS[1], 2), "qas": [one, none]}]}]}
    for name in ("uit-wiki", "factoid-squad2-train"):
        (root / "qa" / f"{name}.json").write_text(json.dumps(body), "utf-8")
    return root


@pytest.fixture(scope="session")
def silent() -> Console:
    """Return a console that says nothing."""
    return Console(quiet=True)
