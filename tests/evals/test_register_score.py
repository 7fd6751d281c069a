"""The register's scorer: what agrees, what does not, and how the shares are counted."""

import json
from pathlib import Path

from evals.register_score import same_indicator, score_file

ROWS = [
    {"indicator": "Tỷ lệ đô thị hóa", "year": "2030", "operator": "above", "low": 75,
     "high": None, "unit": "%", "evidence": "đạt trên 75%"},
    {"indicator": "Tuổi thọ trung bình", "year": "2030", "operator": "exact", "low": 80,
     "high": 80, "unit": "tuổi", "evidence": "đạt 80 tuổi"},
]  # fmt: skip


def write(folder: Path, text: str, section: dict[str, str] | None = None) -> Path:
    path = folder / "thu.txt"
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".targets.json").write_text(json.dumps(ROWS), encoding="utf-8")
    about = {"title": "Thử", "targets_section": section}
    path.with_suffix(".json").write_text(json.dumps(about), encoding="utf-8")
    return path


def test_precision_and_recall(tmp_path: Path) -> None:
    text = "Kế hoạch\n\nĐến năm 2030, tỷ lệ đô thị hóa đạt trên 75%; tỷ lệ hộ nghèo dưới 1%.\n"
    score = score_file(write(tmp_path, text))
    assert (score.right, score.found, score.wanted) == (1, 2, 2)
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert [gold.indicator for gold in score.missed] == ["Tuổi thọ trung bình"]
    assert [record.unit for record in score.wrong] == ["%"]


def test_a_wrong_bound_or_year_is_wrong(tmp_path: Path) -> None:
    text = "Kế hoạch\n\nĐến năm 2030, tỷ lệ đô thị hóa đạt 75%.\n"
    assert score_file(write(tmp_path, text)).right == 0
    text = "Kế hoạch\n\nĐến năm 2035, tỷ lệ đô thị hóa đạt trên 75%.\n"
    assert score_file(write(tmp_path, text)).right == 0


def test_only_the_covered_section_counts(tmp_path: Path) -> None:
    text = (
        "Kế hoạch\n\nI. MỤC TIÊU\n\nĐến năm 2030, tỷ lệ đô thị hóa đạt trên 75%.\n\n"
        "II. GIẢI PHÁP\n\nĐến năm 2030, tỷ lệ hộ nghèo dưới 1%.\n"
    )
    score = score_file(write(tmp_path, text, {"start": "I. MỤC TIÊU", "end": "II. GIẢI PHÁP"}))
    assert (score.right, score.found) == (1, 1)


def test_indicators_agree_by_content_words() -> None:
    assert same_indicator("Tỷ trọng kinh tế số trong GRDP", "Kinh tế số")
    assert not same_indicator("Tỷ lệ đô thị hóa", "Tỷ lệ hộ nghèo")
