"""Words that exclude one another: found, and told from what merely contains them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contrasts import Contrasts
from corpus.errors import SettingsError
from corpus.normalize import syllables


@pytest.fixture(scope="module")
def contrasts() -> Contrasts:
    return Contrasts.load()


def pairs(contrasts: Contrasts, asked: str, told: str) -> dict[tuple[str, str], bool]:
    found = contrasts.between(tuple(syllables(asked)), tuple(syllables(told)))
    return {(one.asked, one.told): one.in_place for one in found}


def test_what_stands_instead_is_a_contrast(contrasts: Contrasts) -> None:
    found = pairs(contrasts, "Lượng xuất khẩu là bao nhiêu?", "Lượng nhập khẩu là 5 tấn")
    assert found == {("xuất khẩu", "nhập khẩu"): True}


def test_what_both_say_is_none(contrasts: Contrasts) -> None:
    told = "Xuất khẩu 5 tỷ USD, nhập khẩu 3 tỷ USD"
    assert pairs(contrasts, "Xuất khẩu bao nhiêu?", told) == {}
    assert pairs(contrasts, "Xuất khẩu bao nhiêu?", "Xuất khẩu 5 tỷ USD") == {}
    assert pairs(contrasts, "", "xuất khẩu") == {}


def test_the_longest_member_counts(tmp_path: Path) -> None:
    (tmp_path / "thu.tsv").write_text("# thử\nrác | rác thải nhựa | nước\n", encoding="utf-8")
    contrasts = Contrasts.load(tmp_path)
    assert pairs(contrasts, "bao nhiêu rác thải nhựa?", "ba tấn rác") == {
        ("rác thải nhựa", "rác"): False
    }
    assert pairs(contrasts, "bao nhiêu rác thải nhựa?", "ba tấn rác thải nhựa") == {}


def test_the_same_neighbour_is_told(tmp_path: Path) -> None:
    (tmp_path / "thu.tsv").write_text("công nghiệp | đô thị\n", encoding="utf-8")
    contrasts = Contrasts.load(tmp_path)
    assert pairs(contrasts, "nước thải công nghiệp?", "nước thải đô thị")["công nghiệp", "đô thị"]
    assert not pairs(contrasts, "Có mấy khu công nghiệp?", "dân đô thị")["công nghiệp", "đô thị"]


@pytest.mark.parametrize("line", ["một mình", "a |", "| b"])
def test_a_line_that_is_no_set_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "thu.tsv").write_text(f"# thử\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"thu\.tsv, dòng 2"):
        Contrasts.load(tmp_path)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "thu.tsv").write_bytes("tăng | giảm\n".encode("utf-16"))
    with pytest.raises(SettingsError, match=r"thu\.tsv"):
        Contrasts.load(tmp_path)


WORDS = ("xuất", "nhập", "khẩu", "tăng", "giảm", "nam", "nữ", "đô", "thị", "5", "của")


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_nothing_is_a_contrast_to_itself(contrasts: Contrasts, words: list[str]) -> None:
    forms = tuple(syllables(" ".join(words)))
    assert contrasts.between(forms, forms) == ()


def test_the_shipped_sets_are_many_and_exclusive(contrasts: Contrasts) -> None:
    assert len(contrasts.sets) > 1_500
    assert all(phrase and all(phrase) for phrase in contrasts.sets)
