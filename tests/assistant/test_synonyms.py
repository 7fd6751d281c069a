"""Other ways to say a question's words: the staff's glossary and the learnt thesaurus."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.matching import SYNONYM, Synonym
from assistant.synonyms import NEAR, synonyms_of
from assistant.thesaurus import Thesaurus, load_thesaurus
from assistant.thesaurus.model import FOLDER, RECORD, WEIGHTS
from assistant.understand import Glossary
from assistant.understand.glossary import SYNONYMS, default_folder
from corpus.errors import ModelError, SettingsError
from corpus.normalize import syllables


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return load_thesaurus()


def pairs(found: tuple[Synonym, ...]) -> set[tuple[str, str]]:
    return {(" ".join(each.said), " ".join(each.meant)) for each in found}


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Lương bao nhiêu?", "lương", "thu nhập"),
        ("người dân ở quê", "quê", "nông thôn"),
        ("hỗ trợ công ty nhỏ", "công ty nhỏ", "doanh nghiệp nhỏ và vừa"),
        ("hỗ trợ CÔNG TY nhỏ", "công ty", "doanh nghiệp"),
        ("ở thành phố Hồ Chí Minh", "hồ chí minh", "hcm"),
    ],
)
def test_the_glossary_knows_other_words(
    glossary: Glossary, text: str, said: str, meant: str
) -> None:
    want = (" ".join(syllables(said)), " ".join(syllables(meant)))
    assert want in pairs(synonyms_of(text, glossary))
    assert {each.weight for each in synonyms_of(text, glossary)} <= {SYNONYM, NEAR}


def test_everyday_words_are_read_from_every_file_of_their_folder(tmp_path: Path) -> None:
    copied = tmp_path / "glossary"
    shutil.copytree(default_folder(), copied)
    (copied / SYNONYMS / "thu.tsv").write_text(
        "# thử\nghế bố > ghế xếp = ghế gấp\nghế bố ~ giường\nsập = phản\n", encoding="utf-8"
    )
    found = synonyms_of("Có mấy ghế bố và phản?", Glossary.load(copied))
    bed = {(" ".join(each.meant), each.weight) for each in found if each.said == ("ghế", "bố")}
    assert bed == {("ghế xếp", SYNONYM), ("ghế gấp", SYNONYM), ("giường", NEAR)}
    assert ("phản", "sập") in pairs(found)
    back = synonyms_of("ghế xếp", Glossary.load(copied))
    assert all(each.said != ("ghế", "xếp") for each in back)


@pytest.mark.parametrize("line", ["a >", "> b", "một mình", "a ~", "a = "])
def test_a_line_that_is_not_a_synonym_is_named(tmp_path: Path, line: str) -> None:
    copied = tmp_path / "glossary"
    shutil.copytree(default_folder(), copied)
    (copied / SYNONYMS / "thu.tsv").write_text(f"# thử\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"thu\.tsv, dòng 2"):
        Glossary.load(copied)


def test_what_the_glossary_does_not_know_has_none(glossary: Glossary) -> None:
    assert synonyms_of("", glossary) == ()
    assert synonyms_of("zzz 123 ???", glossary) == ()


@given(st.text(max_size=60))
def test_synonyms_are_of_words_that_were_said(glossary: Glossary, text: str) -> None:
    forms = " ".join(syllables(text))
    for synonym in synonyms_of(text, glossary):
        assert " ".join(synonym.said) in forms
        assert synonym.meant


def test_the_thesaurus_knows_kin_for_a_part(thesaurus: Thesaurus) -> None:
    found = thesaurus.synonyms_of("doanh nghiệp ở nông thôn")
    assert found
    assert all(0 < each.weight < SYNONYM for each in found)
    assert all(each.said != each.meant for each in found)
    assert thesaurus.synonyms_of("") == ()
    assert thesaurus.synonyms_of("qwxz 99") == ()


def test_every_word_and_its_kin_are_in_the_thesaurus(thesaurus: Thesaurus) -> None:
    assert thesaurus.kin.shape == thesaurus.likeness.shape
    assert thesaurus.kin.shape[0] == len(thesaurus.words) == len(thesaurus.places)
    assert int(thesaurus.kin.max()) < len(thesaurus.words)
    assert [word for word in thesaurus.words if tuple(syllables(" ".join(word))) != word] == []


@settings(max_examples=50)
@given(data=st.data())
def test_kin_are_of_words_that_were_said(thesaurus: Thesaurus, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(thesaurus.words[:500]), max_size=5))
    text = " ".join(" ".join(word) for word in words)
    for synonym in thesaurus.synonyms_of(text):
        assert " ".join(synonym.said) in text


@pytest.mark.parametrize("damage", ["no weights", "no record", "flipped", "cut", "record"])
def test_a_damaged_thesaurus_is_a_model_error(tmp_path: Path, damage: str) -> None:
    for name in (WEIGHTS, RECORD):
        shutil.copy(FOLDER / name, tmp_path / name)
    weights, record = tmp_path / WEIGHTS, tmp_path / RECORD
    data = weights.read_bytes()
    if damage == "no weights":
        weights.unlink()
    elif damage == "no record":
        record.unlink()
    elif damage == "flipped":
        weights.write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:])
    elif damage == "cut":
        weights.write_bytes(data[: len(data) // 2])
    else:
        record.write_text(json.dumps({"other": 1}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"weights\.(npz|json)") as caught:
        load_thesaurus(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_verb_and_where_to_are_known_with_the_object_between(glossary: Glossary) -> None:
    found = {one.meant for one in synonyms_of("Tiền bán cá tra ra nước ngoài", glossary)}
    assert ("xuất", "khẩu") in found
    far = "Tiền bán cá của cả tỉnh ta năm ấy ra nước ngoài"
    assert all(one.said != ("bán", "ra", "nước", "ngoài") for one in synonyms_of(far, glossary))
