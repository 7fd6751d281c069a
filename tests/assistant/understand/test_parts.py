"""The small parts: vocabulary, glossary, runs, courtesy, English, expansions."""

import shutil
from pathlib import Path

import pytest

from assistant.understand import Glossary, Vocabulary
from assistant.understand.courtesy import without_courtesy
from assistant.understand.english import is_english, to_vietnamese
from assistant.understand.expand import Expander
from assistant.understand.glossary import default_folder
from assistant.understand.runs import cut
from assistant.understand.topics import readings
from corpus.errors import SettingsError

TEXTS = (
    "Tỷ lệ đô thị hóa đạt 75%. GRDP tăng; UBND tỉnh chủ trì.",
    "Thu nhập bình quân ở nông thôn. Nghiên cứu R&D, TP Hà Nội.",
)


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary.of(TEXTS)


def test_vocabulary_counts_words_and_neighbours(words: Vocabulary) -> None:
    assert "tỷ" in words
    assert "tỉ" in words
    assert "quê" not in words
    assert words.pair("đô", "thị") > 0
    assert words.pair("75", "grdp") == 0
    assert words.holds("đô thị hóa") == 1
    assert words.holds("đô thị số") == 0
    assert words.forms("hoa") == ("hóa",)


def test_vocabulary_knows_abbreviations_as_printed(words: Vocabulary) -> None:
    assert words.abbreviations == {
        "grdp": "GRDP", "ubnd": "UBND", "r&d": "R&D", "tp": "TP",
    }  # fmt: skip


def test_old_and_new_tone_placement_are_one() -> None:
    assert "hóa" in Vocabulary.of(["công nghiệp hoá"])


def test_glossary_is_generous_and_well_formed(glossary: Glossary) -> None:
    assert len(glossary.abbreviations) > 300
    assert len(glossary.synonyms) > 500
    assert glossary.abbreviations["ubnd",] == ("Ủy ban nhân dân",)
    assert "thu nhập" in glossary.synonyms["lương",]
    assert "lương" in glossary.synonyms["thu", "nhập"]
    assert ("lượng",) not in glossary.synonyms


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("viet-tat.tsv", "ABC"),
        ("dong-nghia/chung.tsv", "a ="),
        ("dong-nghia/chung.tsv", "một mình"),
    ],
)
def test_a_malformed_glossary_line_is_named(tmp_path: Path, name: str, line: str) -> None:
    shutil.copytree(default_folder(), tmp_path, dirs_exist_ok=True)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(SettingsError, match=Path(name).name):
        Glossary.load(tmp_path)


def test_a_missing_glossary_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Không đọc được"):
        Glossary.load(tmp_path)


def test_runs_are_cut_where_the_documents_join_syllables(words: Vocabulary) -> None:
    def weight(_: str) -> float:
        return -6.0

    def joined(first: str, second: str) -> bool:
        return (first, second) in words.bare_pairs

    assert cut("tyledothihoa", weight, joined) == ["ty", "le", "do", "thi", "hoa"]
    assert cut("nam2030", weight, joined) == ["nam", "2030"]
    assert cut("2030dat", weight, joined) == ["2030", "dat"]
    assert cut("camera", weight, joined) == ["camera"]
    assert cut("grdp", weight, joined) == ["grdp"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Cho mình hỏi có mấy nhóm ạ?", "có mấy nhóm?"),
        ("ad ơi, cho em hỏi thu nhập là bao nhiêu ạ?", "thu nhập là bao nhiêu?"),
        ("Xin chào, tôi muốn biết ai ký nghị quyết", "ai ký nghị quyết"),
        ("Mục tiêu là gì vậy bạn ơi?", "Mục tiêu là gì?"),
        ("Phối hợp như thế nào?", "Phối hợp như thế nào?"),
        ("có mấy nhóm không nhớ nữa, chỉ giúp", "có mấy nhóm"),
        ("Mình không rõ lắm, có mấy nhóm", "có mấy nhóm"),
        ("quên mất rồi, có mấy nhóm ấy nhỉ", "có mấy nhóm"),
        ("Có mấy nhóm vậy mọi người ơi giúp mình với ạ, cảm ơn nhiều", "Có mấy nhóm"),
        ("Đất không rõ nguồn gốc thì sao?", "Đất không rõ nguồn gốc thì sao?"),
        ("Ai được miễn nếu không biết chữ?", "Ai được miễn nếu không biết chữ?"),
        ("ạ", "ạ"),
        ("", ""),
    ],
)
def test_courtesy_is_left_out(said: str, asked: str) -> None:
    assert without_courtesy(said) == asked


def test_english_is_told_from_bare_vietnamese(glossary: Glossary) -> None:
    assert is_english("What is the income per capita target?", glossary.english_words)
    assert is_english("how many supporting industries are there", glossary.english_words)
    assert not is_english("ty le do thi hoa la bao nhieu", glossary.english_words)
    assert not is_english("in an to can the", glossary.english_words)
    assert not is_english("GRDP 2030", glossary.english_words)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("What is the income per capita by 2025?",
         "thu nhập bình quân đầu người đến năm 2025 là bao nhiêu?"),
        ("How many targets are there in 2030?", "năm 2030 có bao nhiêu chỉ tiêu?"),
        ("How many targets are there in the programme?", "chương trình có bao nhiêu chỉ tiêu?"),
        ("How many targets does the programme set?", "chương trình có bao nhiêu chỉ tiêu?"),
        ("How many targets are there?", "có bao nhiêu chỉ tiêu?"),
        ("How much is the income per capita?", "thu nhập bình quân đầu người là bao nhiêu?"),
        ("Growth from 2021 to 2025", "tăng trưởng giai đoạn 2021-2025?"),
        ("What are the supporting industries?", "công nghiệp hỗ trợ là những gì?"),
    ],
)  # fmt: skip
def test_english_becomes_search_words(glossary: Glossary, english: str, vietnamese: str) -> None:
    assert to_vietnamese(english, glossary.english) == vietnamese


def test_expansions_are_the_documents_own_words(glossary: Glossary, words: Vocabulary) -> None:
    found = Expander(glossary, words).expansions("lương ở quê do Ủy ban nhân dân trả")
    assert "thu nhập" in found
    assert "nông thôn" in found
    assert "UBND" in found
    assert "doanh nghiệp" not in found


def test_an_area_may_replace_the_end_of_what_is_asked_about() -> None:
    base = "Chỉ tiêu cây xanh đô thị vệ tinh là bao nhiêu"
    shorter = "Chỉ tiêu cây xanh khu vực trung tâm là bao nhiêu"
    assert shorter in readings(base, "khu vực trung tâm", {})
    assert shorter not in readings(base, "trung tâm", {})
