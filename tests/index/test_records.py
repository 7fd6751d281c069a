"""Documents survive the trip to JSON and back; manifests refuse what they cannot vouch for."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamaged, IndexMismatch
from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Sentence, Span
from index.manifest import FORMAT, IndexedDocument, Manifest
from index.records import dump_documents, load_documents
from tests.index.fakes import HashingEmbedder

TEXT = st.text(max_size=60)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(min(p), max(p)))
PARAGRAPHS = st.builds(
    Paragraph,
    number=st.integers(0, 99),
    span=SPANS,
    kind=st.sampled_from(ParagraphKind),
    marker=TEXT,
    level=st.integers(0, 5),
    parents=st.lists(st.integers(0, 9), max_size=3).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    name=TEXT,
    text=TEXT,
    sha256=TEXT,
    provenance=st.builds(Provenance, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT),
    paragraphs=st.lists(PARAGRAPHS, max_size=3).map(tuple),
    sentences=st.lists(st.builds(Sentence, SPANS, st.integers(0, 9)), max_size=3).map(tuple),
)


@given(st.lists(DOCUMENTS, max_size=3))
def test_documents_come_back_equal(documents: list[Document]) -> None:
    assert list(load_documents(dump_documents(documents))) == documents


def _manifest(**changes: object) -> str:
    manifest = Manifest(
        FORMAT,
        "giả",
        "giả-64",
        64,
        "tách",
        (IndexedDocument("a", "0", 3),),
        {"a": "1"},
        "2026-01-01",
    )
    return json.dumps(json.loads(manifest.to_json()) | changes)


def test_a_manifest_comes_back_equal() -> None:
    manifest = Manifest.from_json(_manifest(), Path("x"))
    assert Manifest.from_json(manifest.to_json(), Path("x")) == manifest
    assert manifest.passages == 3


@pytest.mark.parametrize("text", ["", "[]", "{}", "nữa", _manifest(documents=[1]), '{"format":1}'])
def test_a_broken_manifest_is_damage(text: str) -> None:
    with pytest.raises(IndexDamaged, match="hoidap index build"):
        Manifest.from_json(text, Path("x"))


def test_another_format_is_a_mismatch() -> None:
    with pytest.raises(IndexMismatch, match="hoidap index build"):
        Manifest.from_json(_manifest(format=FORMAT + 1), Path("x"))


def test_another_model_is_a_mismatch() -> None:
    manifest = Manifest.from_json(_manifest(), Path("x"))
    manifest.require(HashingEmbedder(), "tách", Path("x"))
    with pytest.raises(IndexMismatch, match="hoidap index build"):
        manifest.require(HashingEmbedder(name="khác"), "tách", Path("x"))
    with pytest.raises(IndexMismatch, match="hoidap index build"):
        manifest.require(HashingEmbedder(), "tách khác", Path("x"))
