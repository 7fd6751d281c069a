"""Questions for fitting: texts put together from a small data folder, and what ships."""

import json
import lzma
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CaseError
from corpus.read import canonical
from evals.cases import Kind, Split
from evals.fitting import Texts, Use, fitting_cases, read_sources
from evals.fitting.__main__ import main
from evals.scorers.text import plain

SHIPPED = Path(__file__).parents[2] / "evals" / "fitting"
LAW = "LUẬT CÂY XANH"
LAWS = [
    {"law": LAW, "article": "1", "title": "Phạm vi", "text": "Luật này quy định về cây xanh."},
    {"law": "LUẬT KHÁC", "article": "2", "title": "Cấm", "text": "Cấm câu cá."},
    {"law": LAW, "article": "2", "title": "Khoảng cách", "text": "Hai cây cách nhau 5 m."},
    {"law": LAW, "article": "3", "title": "Phí", "text": "Không thu phí."},
]
NEWS = [
    {"id": "7", "title": "Trồng cây", "sapo": "Xã trồng cây.", "body": ["Có 90 cây.", "Hết."]},
    {"id": "8", "title": "Tin 7", "abstract": "Tóm tắt.", "body": ["“7” là số xã."]},
]
WIKI = [{"title": "xã", "sections": [{"h": "", "p": ["Xã là cấp nhỏ."]}, {"h": "Dân", "p": ["9"]}]}]
ENTRIES: dict[str, Any] = {
    "luat": {"use": "fit", "form": "law", "file": "text/l.jsonl.xz", "key": LAW}
    | {"articles": ["1", "2"]},
    "tin": {"use": "judge", "form": "news", "file": "text/n.jsonl.xz", "key": "7"},
    "tin-8": {"use": "fit", "form": "news", "file": "text/n.jsonl.xz", "key": "8"},
    "trang": {"use": "fit", "form": "wiki", "file": "text/w.jsonl.xz", "key": "xã"},
    "van-ban": {"use": "judge", "form": "document", "file": "documents/v.txt"},
}
ANSWERS = {
    "luat": ("Hai cây xa nhau bao nhiêu?", "5 m", "Hai cây cách nhau 5 m"),
    "tin": ("Xã trồng mấy cây?", "90", "Có 90 cây"),
    "tin-8": ("Mấy xã?", "7", "“7” là số xã"),
    "trang": ("Xã có mấy dân?", "9", "9"),
    "van-ban": ("Họp hôm nào?", "thứ hai", "Họp thứ hai"),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, records in (("l", LAWS), ("n", NEWS), ("w", WIKI)):
        path = tmp_path / "data" / "text" / f"{name}.jsonl.xz"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        path.write_bytes(lzma.compress("".join(lines).encode()))
    (tmp_path / "data" / "documents").mkdir()
    (tmp_path / "data" / "documents" / "v.txt").write_bytes(
        "Thông báo\r\n\r\nHọp thứ hai.".encode()
    )
    return tmp_path / "data"


@pytest.fixture
def marked(data: Path, tmp_path: Path) -> Path:
    """A folder of sources and questions, marked from drafts."""
    folder, drafts = tmp_path / "fitting", tmp_path / "drafts"
    folder.mkdir()
    drafts.mkdir()
    entries = {name: entry | {"sha256": ""} for name, entry in ENTRIES.items()}
    (folder / "sources.json").write_text(json.dumps(entries), encoding="utf-8")
    for name, (question, must, evidence) in ANSWERS.items():
        lines = [
            _draft(f"{name}-f01", "fact", question, must=[[must]], evidence=[evidence]),
            _draft(f"{name}-u01", "unanswerable", "Tốn bao nhiêu tiền?"),
        ]
        (drafts / f"{name}.questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    main(str(data), str(drafts), folder)
    return folder


def _draft(name: str, kind: str, question: str, **fields: object) -> str:
    record = {"id": name, "kind": kind, "question": question, "history": [], "must": []}
    rest: dict[str, object] = {"must_not": [], "evidence": [], "verdict": None}
    return json.dumps(record | rest | fields, ensure_ascii=False)


def _by_name(found: Texts) -> dict[str, str]:
    return {text.document.name: text.document.text for text in found.texts}


def test_texts_are_put_together(data: Path, marked: Path) -> None:
    assert _by_name(fitting_cases(data, marked)) == {
        "luat": (
            f"{LAW}\n\nĐiều 1. Phạm vi\nLuật này quy định về cây xanh."
            "\n\nĐiều 2. Khoảng cách\nHai cây cách nhau 5 m."
        ),
        "tin": "Trồng cây\n\nXã trồng cây.\n\nCó 90 cây.\nHết.",
        "tin-8": "Tin 7\n\nTóm tắt.\n\n“7” là số xã.",
        "trang": "xã\n\nXã là cấp nhỏ.\n\nDân\n9",
        "van-ban": canonical("Thông báo\n\nHọp thứ hai."),
    }


def test_answers_are_places_in_the_text(data: Path, marked: Path) -> None:
    found = fitting_cases(data, marked)
    for text in found.texts:
        fact, near = text.cases
        assert fact.evidence == (ANSWERS[text.document.name][2],)
        assert fact.doc == text.document.name
        assert near.kind is Kind.UNANSWERABLE
        assert near.evidence == ()
    assert found.skipped == ()


def test_judging_is_kept_apart(data: Path, marked: Path) -> None:
    found = fitting_cases(data, marked)
    assert [text.document.name for text in found.of(Use.JUDGE)] == ["tin", "van-ban"]
    assert {text.use for text in found.of(Use.FIT)} == {Use.FIT}
    for use, split in ((Use.FIT, Split.TUNE), (Use.JUDGE, Split.HELD)):
        assert {case.split for text in found.of(use) for case in text.cases} == {split}


def test_nothing_of_the_text_is_kept(marked: Path) -> None:
    kept = (marked / "luat.jsonl").read_text(encoding="utf-8")
    assert "cách nhau" not in kept
    assert json.loads(kept.splitlines()[0])["answers"] == [[83, 104]]


def test_without_data_all_is_skipped(marked: Path) -> None:
    found = fitting_cases(None, marked)
    assert found.texts == ()
    assert "HOIDAP_DATA" in found.skipped[0]


def test_an_absent_or_changed_text_is_skipped_with_its_reason(data: Path, marked: Path) -> None:
    (data / "text" / "w.jsonl.xz").unlink()
    (data / "text" / "n.jsonl.xz").write_bytes(b"not xz")
    (data / "documents" / "v.txt").write_text("Họp thứ ba.", encoding="utf-8")
    found = fitting_cases(data, marked)
    assert [text.document.name for text in found.texts] == ["luat"]
    assert [reason.split(":")[0] for reason in found.skipped] == [
        "tin",
        "tin-8",
        "trang",
        "van-ban",
    ]
    assert "đã khác" in found.skipped[-1]


def test_a_law_that_lacks_an_article_is_skipped(data: Path, marked: Path) -> None:
    path = data / "text" / "l.jsonl.xz"
    path.write_bytes(lzma.compress(json.dumps(LAWS[0], ensure_ascii=False).encode()))
    assert "luat" not in _by_name(fitting_cases(data, marked))


@pytest.mark.parametrize("answers", ["[[0, 9999]]", "[[5, 5]]", "[[-1, 3]]", "[7]", "null"])
def test_a_bad_place_is_an_error(data: Path, marked: Path, answers: str) -> None:
    line = f'{{"id":"a","kind":"fact","question":"?","must":[["x"]],"answers":{answers}}}'
    (marked / "luat.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(CaseError, match=r"luat\.jsonl, dòng 1"):
        fitting_cases(data, marked)


def test_an_unknown_form_is_an_error(tmp_path: Path) -> None:
    entry = {"a": {"use": "fit", "form": "poem", "file": "a", "sha256": ""}}
    (tmp_path / "sources.json").write_text(json.dumps(entry), encoding="utf-8")
    with pytest.raises(CaseError, match="poem"):
        read_sources(tmp_path)


def test_a_quote_that_is_not_there_is_not_marked(data: Path, marked: Path, tmp_path: Path) -> None:
    draft = _draft("l-f01", "fact", "Xa bao nhiêu?", must=[["6 m"]], evidence=["cách nhau 6 m"])
    (tmp_path / "drafts" / "luat.questions.jsonl").write_text(draft, encoding="utf-8")
    with pytest.raises(CaseError, match="cách nhau 6 m"):
        main(str(data), str(tmp_path / "drafts"), marked)


def _shipped() -> list[dict[str, Any]]:
    return [
        json.loads(line) | {"text": path.stem}
        for path in sorted(SHIPPED.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def test_every_shipped_file_has_its_source_and_its_use() -> None:
    sources = read_sources(SHIPPED)
    assert sources.keys() == {path.stem for path in SHIPPED.glob("*.jsonl")}
    assert all(name.startswith(f"{use}-") for name, (_, use) in sources.items())
    assert all(len(source.sha256) == 64 for source, _ in sources.values())


def test_press_documents_only_measure() -> None:
    press = [use for name, (_, use) in read_sources(SHIPPED).items() if "-doc-baochi" in name]
    assert set(press) == {Use.JUDGE}


def test_shipped_questions_are_asked_once_and_hold_no_text() -> None:
    records = _shipped()
    assert max(Counter(record["id"] for record in records).values()) == 1
    asked = Counter((record["text"], plain(record["question"])) for record in records)
    assert max(asked.values()) == 1
    assert all("evidence" not in record for record in records)
    longest = max(len(word) for record in records for group in record["must"] for word in group)
    assert longest < 70


def test_only_what_cannot_be_answered_has_no_place() -> None:
    for record in _shipped():
        assert bool(record["answers"]) == (record["kind"] != Kind.UNANSWERABLE), record["id"]
        assert bool(record.get("starts")) == (record["kind"] == Kind.YESNO), record["id"]
