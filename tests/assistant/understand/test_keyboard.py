"""Raw Telex and VNI."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.keyboard import from_telex, from_vni
from assistant.understand.syllable import is_syllable

TELEX = {
    "chir": "chỉ", "tieeu": "tiêu", "dduwowcj": "được", "ddoo": "đô", "thij": "thị", "hoas": "hóa",
    "nghieepj": "nghiệp", "tyr": "tỷ", "leej": "lệ", "phoos": "phố", "nawm": "năm", "cuar": "của",
    "nguwowif": "người", "quyeets": "quyết", "ddoongj": "động", "nghij": "nghị", "tees": "tế",
}  # fmt: skip
VNI = {
    "chi3": "chỉ", "tieu6": "tiêu", "d9u7o7c5": "được", "d9o6": "đô", "thi5": "thị", "hoa1": "hóa",
    "ty3": "tỷ", "le65": "lệ", "pho61": "phố", "na8m": "năm", "ngu7o7i2": "người", "cua3": "của",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), TELEX.items())
def test_telex_keys_make_the_syllable(typed: str, meant: str) -> None:
    assert from_telex(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), VNI.items())
def test_vni_keys_make_the_syllable(typed: str, meant: str) -> None:
    assert from_vni(typed) == meant


@pytest.mark.parametrize("word", ["nam2030", "5g", "nq57", "covid19", "kinh", "usd", "2030"])
def test_what_is_not_vni_is_left(word: str) -> None:
    assert from_vni(word) is None


@given(st.text(alphabet="abcdeghiklmnopqrstuvxywfjz0123456789", max_size=9))
def test_only_syllables_come_out(word: str) -> None:
    for found in (from_telex(word), from_vni(word)):
        assert found is None or is_syllable(found)
