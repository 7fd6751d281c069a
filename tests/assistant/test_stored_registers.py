"""An answer is the same whether registers were read with the index or worked out anew."""

import json
from dataclasses import replace
from pathlib import Path

from assistant.assemble import assistant_of
from assistant.serialize import answer_to_json, verdict_to_json
from corpus.read import read_documents
from corpus.shipped import shipped_paths
from index.build import build_index
from index.embedder import default_embedder
from index.open import open_index
from index.registers import Registers

QUESTIONS = (
    "Văn bản đề ra những chỉ tiêu nào?",
    "Thu nhập bình quân đầu người đến năm 2030 là bao nhiêu?",
    "ty le do thi hoa nam 2025",
    "Tỷ lệ đô thị hóa đến năm 2045 là bao nhiêu?",
    "Có phải đến năm 2030 tỷ lệ đô thị hóa đạt 90% không?",
)
STATEMENT = "Đến năm 2025, tỷ lệ đô thị hóa đạt 60-62%."


def test_answers_are_the_same(tmp_path: Path) -> None:
    embedder = default_embedder()
    build_index(read_documents(shipped_paths()), tmp_path, embedder)
    with open_index(tmp_path, embedder) as index:
        assert index.registers.lines
        stored = assistant_of(index)
        anew = assistant_of(replace(index, registers=Registers(tmp_path, {})))
        for question in QUESTIONS:
            both = [
                json.dumps(answer_to_json(one.ask(question), elapsed_ms=0))
                for one in (stored, anew)
            ]
            assert both[0] == both[1]
        both = [
            json.dumps(verdict_to_json(one.check(STATEMENT), elapsed_ms=0))
            for one in (stored, anew)
        ]
        assert both[0] == both[1]
