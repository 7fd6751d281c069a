"""Builds: what is embedded again, what disappears, what is refused."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import IndexBusy, ModelError, PassageIndexError
from index.build import build_index
from index.open import open_index
from index.store import building
from tests.index.fakes import HashingEmbedder, document, many


def _names(folder: Path, prefix: str) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(prefix))


def test_only_what_changed_is_embedded_again(tmp_path: Path) -> None:
    embedder = HashingEmbedder()
    first, second = document("a", "Câu một. Câu hai."), document("b", "Câu ba.")
    report = build_index([first, second], tmp_path, embedder)
    assert (report.documents, report.passages, report.embedded, report.reused) == (2, 3, 3, 0)
    embedder.embedded.clear()
    report = build_index([first, document("b", "Câu bốn.")], tmp_path, embedder)
    assert (report.embedded, report.reused) == (1, 2)
    assert embedder.embedded == ["Câu bốn."]


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    documents = [document("a", "Câu một.")]
    build_index(documents, tmp_path, HashingEmbedder())
    before = _names(tmp_path, "generation")
    report = build_index(documents, tmp_path, HashingEmbedder())
    assert (report.embedded, report.reused) == (0, 1)
    assert _names(tmp_path, "generation") == before


def test_another_model_embeds_everything_again(tmp_path: Path) -> None:
    documents = [document("a", "Câu một.")]
    build_index(documents, tmp_path, HashingEmbedder())
    other = HashingEmbedder(32, name="khác")
    assert build_index(documents, tmp_path, other).embedded == 1
    with open_index(tmp_path, other) as index:
        assert index.manifest.dimension == 32


def test_a_removed_document_disappears(tmp_path: Path) -> None:
    first, second = document("a", "Trồng cây xanh."), document("b", "Thoát nước mưa.")
    build_index([first, second], tmp_path, HashingEmbedder())
    build_index([first], tmp_path, HashingEmbedder())
    with open_index(tmp_path, HashingEmbedder()) as index:
        assert list(index.documents) == ["a"]
        hits = index.retriever.search("thoát nước mưa")
        assert {hit.passage.document for hit in hits} == {"a"}


def test_a_new_title_is_kept_though_the_text_is_the_same(tmp_path: Path) -> None:
    build_index([document("a", "Câu một.", title="Cũ")], tmp_path, HashingEmbedder())
    report = build_index([document("a", "Câu một.", title="Mới")], tmp_path, HashingEmbedder())
    assert report.embedded == 0
    with open_index(tmp_path, HashingEmbedder()) as index:
        assert index.documents["a"].title == "Mới"


def test_progress_ends_at_the_total(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    build_index([many(1200)], tmp_path, HashingEmbedder(), lambda *step: seen.append(step))
    assert seen[-1] == (1200, 1200)
    assert seen == sorted(seen)
    assert len(seen) > 1


def test_sentences_that_occur_twice_are_two_passages(tmp_path: Path) -> None:
    report = build_index([document("a", "Câu một. Câu một.")], tmp_path, HashingEmbedder())
    assert report.passages == 2
    with open_index(tmp_path, HashingEmbedder()) as index:
        assert len(index.retriever.search("câu một")) == 2


@pytest.mark.parametrize("documents", [[], [document("a", "~Tin liên quan")]])
def test_nothing_to_index_is_refused(tmp_path: Path, documents: list[object]) -> None:
    with pytest.raises(PassageIndexError, match="Không có đoạn văn nào"):
        build_index(documents, tmp_path / "mới", HashingEmbedder())  # type: ignore[arg-type]
    assert not (tmp_path / "mới").exists()


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PassageIndexError, match="cùng tên “a”"):
        build_index([document("a", "Một."), document("a", "Hai.")], tmp_path, HashingEmbedder())


def test_a_second_builder_is_told_to_wait(tmp_path: Path) -> None:
    with building(tmp_path), pytest.raises(IndexBusy, match="đang lập chỉ mục"):
        build_index([document("a", "Một.")], tmp_path, HashingEmbedder())


def test_a_failing_model_leaves_the_old_index_and_no_leftovers(tmp_path: Path) -> None:
    class Broken(HashingEmbedder):
        def embed_passages(self, texts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            return np.full((len(texts), self.dimension), np.nan, dtype=np.float32)

    build_index([document("a", "Một.")], tmp_path, HashingEmbedder())
    before = _names(tmp_path, "")
    with pytest.raises(ModelError):
        build_index([document("a", "Hai.")], tmp_path, Broken())
    assert _names(tmp_path, "") == before


def test_old_generations_are_deleted_unless_a_reader_holds_them(tmp_path: Path) -> None:
    embedder = HashingEmbedder()
    build_index([document("a", "Trồng cây.")], tmp_path, embedder)
    with open_index(tmp_path, embedder) as reader:
        build_index([document("a", "Thoát nước.")], tmp_path, embedder)
        assert len(_names(tmp_path, "generation")) == 2
        assert len(reader.retriever.search("trồng cây")) == 1
    build_index([document("a", "Cấp điện.")], tmp_path, embedder)
    assert len(_names(tmp_path, "generation")) == 1
    with open_index(tmp_path, embedder) as reader:
        assert reader.documents["a"].text == "Cấp điện."


def test_opening_never_fails_while_generations_change(tmp_path: Path) -> None:
    build_index([document("a", "Câu đầu.")], tmp_path, HashingEmbedder())
    with ThreadPoolExecutor(1) as builder:
        builds = [
            builder.submit(build_index, [document("a", f"Câu {n}.")], tmp_path, HashingEmbedder())
            for n in range(6)
        ]
        while not builds[-1].done():
            with open_index(tmp_path, HashingEmbedder()) as index:
                assert len(index.retriever.search("câu")) == 1
    assert [build.result().passages for build in builds] == [1] * 6
