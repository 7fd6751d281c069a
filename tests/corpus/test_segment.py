"""Word segmentation: comparable words, thread-safe, and no slow optional imports."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.normalize import nfc, strip_diacritics
from corpus.segment import segment, segment_many

SENTENCE = "Đến năm 2030, tỷ lệ đô thị hoá đạt 65-70%; kinh tế số chiếm 30% GRDP."


def test_compounds_are_joined_and_words_are_comparable() -> None:
    words = segment(SENTENCE)
    assert "đô_thị" in words or "đô_thị_hóa" in words
    assert "kinh_tế" in words
    assert "tỉ_lệ" in words
    assert "2030" in words
    assert not [word for word in words if word in {",", ";", "%", "."}]


def test_a_text_without_words_gives_none() -> None:
    assert segment("") == []
    assert segment(" … ;\n") == []


def test_many_threads_may_be_first() -> None:
    code = (
        "from concurrent.futures import ThreadPoolExecutor as P\n"
        "from corpus.segment import segment\n"
        f"r = list(P(8).map(segment, [{SENTENCE!r} + str(n) for n in range(16)]))\n"
        "assert all('kinh_tế' in words for words in r)\n"
        "import sys\n"
        "assert 'transformers' not in sys.modules and 'torch' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_threads_and_order() -> None:
    texts = [f"Chỉ tiêu {number} của thành phố" for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(segment, texts)) == segment_many(texts)


def test_a_large_batch_goes_to_processes_and_keeps_its_order() -> None:
    texts = [f"Chỉ tiêu {number}" for number in range(2_001)]
    found = segment_many(texts)
    assert len(found) == len(texts)
    assert found[1_999] == segment(texts[1_999])


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aăâđêôơưàảạbcghnt ĐHKN0123456789.,-%/()\n", max_size=80))
def test_no_letter_or_digit_is_lost(text: str) -> None:
    def kept(string: str) -> str:
        bare = strip_diacritics(nfc(string).lower()).replace("y", "i")
        return "".join(char for char in bare if char.isalnum())

    assert kept("".join(segment(text))) == kept(text)
