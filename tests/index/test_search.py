"""An open index finds passages, from any thread, in our interface and in llama-index's."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.model import Document
from corpus.normalize import strip_diacritics
from index.build import build_index
from index.open import Index, indexed_documents, open_index
from tests.index.fakes import HashingEmbedder, document

QUESTION = "Tỷ lệ đô thị hóa là bao nhiêu?"


def _text(index: Index, rank: int = 0, question: str = QUESTION) -> str:
    passage = index.retriever.search(question)[rank].passage
    return index.documents[passage.document].quote(passage.span)


def test_the_documents_come_back_whole(opened: Index, programme: tuple[Document, ...]) -> None:
    assert tuple(opened.documents.values()) == programme
    assert opened.passages == tuple(p for d in programme for p in d.passages)


@pytest.mark.parametrize("question", [QUESTION, strip_diacritics(QUESTION), QUESTION.upper()])
def test_a_question_finds_its_sentence(opened: Index, question: str) -> None:
    assert _text(opened, question=question) == "Tỷ lệ đô thị hóa đạt 75%."


def test_hits_are_ordered_distinct_and_as_many_as_asked(opened: Index) -> None:
    hits = opened.retriever.search(QUESTION, top=3)
    assert len(hits) == 3
    assert len({hit.passage.id for hit in hits}) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(opened.retriever.search(QUESTION, top=99)) == len(opened.passages)


def test_dense_is_the_exact_cosine(opened: Index) -> None:
    embedder = HashingEmbedder()
    question = embedder.embed_queries([QUESTION])[0]
    for hit in opened.retriever.search(QUESTION, top=99):
        text = opened.documents[hit.passage.document].quote(hit.passage.span)
        cosine = float(embedder.embed_queries([text])[0] @ question)
        assert hit.dense == pytest.approx(cosine, abs=1e-6)


@pytest.mark.parametrize("question", ["", "   ", "?!…", "\x00\x01"])
def test_nothing_asked_finds_nothing(opened: Index, question: str) -> None:
    assert opened.retriever.search(question) == ()


def test_a_huge_question_is_answered(opened: Index) -> None:
    assert len(opened.retriever.search("đô thị " * 14_000)) > 0


def test_the_same_index_may_be_opened_twice_in_a_process(built: Path) -> None:
    first = open_index(built, HashingEmbedder())
    with open_index(built, HashingEmbedder()) as second:
        first.close()
        first.close()
        assert second.retriever.search(QUESTION)


def test_the_documents_alone_can_be_read(built: Path, programme: tuple[Document, ...]) -> None:
    assert indexed_documents(built) == programme


def test_words_that_the_model_does_not_know_are_found_by_their_letters(tmp_path: Path) -> None:
    class Speechless(HashingEmbedder):
        def _vector(self, text: str) -> NDArray[np.float32]:
            vector: NDArray[np.float32] = super()._vector(text) * ("zzz" not in text)
            return vector

    build_index([document("a", "Mã zzz. Mã yyy. Mã xxx.")], tmp_path, Speechless())
    with open_index(tmp_path, Speechless()) as index:
        assert _text(index, question="zzz") == "Mã zzz."
        assert _text(index, question="yyy") == "Mã yyy."


def test_llama_index_gets_the_same_passages(opened: Index) -> None:
    hits = opened.retriever.search(QUESTION)
    nodes = opened.retriever.retrieve(QUESTION)
    assert [node.node_id for node in nodes] == [hit.passage.id for hit in hits]
    assert nodes[0].get_content() == "Tỷ lệ đô thị hóa đạt 75%."
    assert nodes[0].score == hits[0].score
    assert nodes[0].metadata["dense"] == hits[0].dense


def test_thirty_two_threads_get_the_same_hits(opened: Index) -> None:
    questions = [QUESTION, "trồng bao nhiêu cây xanh", "nguoi ha noi thanh lich"] * 64
    alone = [opened.retriever.search(question) for question in questions]
    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(opened.retriever.search, questions)) == alone


def test_the_vectors_lie_in_chroma_in_llama_index_form(opened: Index) -> None:
    from llama_index.core.vector_stores.types import VectorStoreQuery

    store = opened.retriever._search.store.vector_store
    vector = np.asarray(HashingEmbedder().embed_queries(["Xử lý nước thải đô thị."])[0])
    found = store.query(VectorStoreQuery(query_embedding=vector.tolist(), similarity_top_k=1))
    assert found.ids == ["ke-hoach#1"]
    assert found.nodes is not None
    assert found.nodes[0].metadata["document"] == "ke-hoach"
    (hit,) = opened.retriever.search("Xử lý nước thải đô thị.", 1)  # the text: from the document
    assert hit.passage.id == found.ids[0]


def test_chroma_nominates_where_the_passages_are_too_many_to_compare(opened: Index) -> None:
    compared = opened.retriever._search
    nominated = replace(compared, compared=0)
    for question in (QUESTION, "trồng bao nhiêu cây xanh", "Xử lý nước thải đô thị."):
        assert nominated(question) == compared(question)
