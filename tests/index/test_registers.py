"""Registers are stored with an index, equal to those worked out anew, and never trusted blindly."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamaged
from corpus.model import Document, Span
from corpus.quantity import Operator
from corpus.read import read_documents
from corpus.register import Target, TargetKind, register
from corpus.shipped import shipped_paths
from index.beside import begin_helper, filled_beside
from index.build import build_index
from index.manifest import sha256_of
from index.open import indexed_documents, indexed_registers, open_index
from index.registers import (
    REGISTERS,
    Registers,
    begin_registers,
    dump_register,
    fill_registers,
    load_register,
)
from tests.index.fakes import HashingEmbedder, document

TEXT = "Đến năm 2030, thu nhập bình quân đạt trên 12.500 USD;\u2028tỷ lệ đô thị hóa 75%."
HOME = document("a", TEXT)
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    spans = tuple(draw(st.lists(SPANS, min_size=1, max_size=3)))
    span = draw(SPANS)
    return Target(
        document=HOME.name,
        indicator=draw(st.one_of(st.just(" ".join(map(HOME.quote, spans))), st.text())),
        indicator_spans=spans,
        year=draw(st.none() | st.text()),
        operator=draw(st.sampled_from(Operator)),
        low=draw(st.none() | NUMBERS),
        high=draw(st.none() | NUMBERS),
        unit=draw(st.text()),
        quote=HOME.quote(span),
        span=span,
        value_span=draw(SPANS),
        kind=draw(st.sampled_from(TargetKind)),
        scale=draw(NUMBERS),
    )


@given(st.lists(targets(), max_size=4).map(tuple))
def test_a_register_comes_back_equal(records: tuple[Target, ...]) -> None:
    line = dump_register(records, HOME)
    assert "\n" not in line
    back = load_register(line, HOME)
    assert back == records
    assert [str(one.low) for one in back] == [str(one.low) for one in records]


def test_the_registers_of_the_shipped_documents_are_read_not_made(tmp_path: Path) -> None:
    documents = read_documents(shipped_paths())
    build_index(documents, tmp_path, HashingEmbedder())
    with open_index(tmp_path, HashingEmbedder()) as index:
        assert list(index.registers.lines) == [one.name for one in documents]
        for one in documents:
            stored = index.registers.of(index.documents[one.name])
            assert stored
            assert stored == register(one)


def _copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "chỉ mục"))


def _rewritten(folder: Path, lines: Sequence[str] | None) -> None:
    """Replace the registers of an index (None: as an older hoidap made it), its checksums too."""
    (generation,) = folder.glob("generation-*")
    manifest = json.loads((generation / "manifest.json").read_text())
    if lines is None:
        (generation / REGISTERS).unlink()
        del manifest["files"][REGISTERS]
    else:
        (generation / REGISTERS).write_text("".join(line + "\n" for line in lines))
        manifest["files"][REGISTERS] = sha256_of(generation / REGISTERS)
    (generation / "manifest.json").write_text(json.dumps(manifest))
    pointer = {"generation": generation.name, "manifest": sha256_of(generation / "manifest.json")}
    (folder / "current.json").write_text(json.dumps(pointer))


def _stored(folder: Path) -> list[str]:
    (path,) = folder.glob(f"generation-*/{REGISTERS}")
    return path.read_text().split("\n")[:-1]


@pytest.mark.parametrize("of_older", [True, False])
def test_an_index_of_other_code_is_read_without_them_and_renewed_by_a_build(
    built: Path, programme: tuple[Document, ...], tmp_path: Path, *, of_older: bool
) -> None:
    folder = _copy(built, tmp_path)
    good = _stored(folder)
    _rewritten(folder, None if of_older else ['{"code": "khác"}', "[]", "[]"])
    with open_index(folder, HashingEmbedder()) as index:
        assert not index.registers.lines
        assert [index.registers.of(one) for one in programme] == [
            register(one) for one in programme
        ]
    assert build_index(programme, folder, HashingEmbedder()).embedded == 0
    assert _stored(folder) == good


def test_what_is_no_register_is_damage(built: Path, tmp_path: Path) -> None:
    folder = _copy(built, tmp_path)
    head, *lines = _stored(folder)
    for line in ("", "{", "[1]", '{"a": 1}', "[[[], null]]", "null"):
        _rewritten(folder, [head, line, *lines[1:]])
        with open_index(folder, HashingEmbedder()) as index:
            first = next(iter(index.documents.values()))
            with pytest.raises(IndexDamaged, match="hoidap index build"):
                index.registers.of(first)
    _rewritten(folder, [head, *lines, "[]"])
    with pytest.raises(IndexDamaged, match="hoidap index build"):
        open_index(folder, HashingEmbedder())


def test_only_registers_of_documents_that_changed_are_made_again(
    built: Path, tmp_path: Path
) -> None:
    (written,) = built.glob("generation-*/documents.jsonl")
    row = written.read_text(encoding="utf-8").split("\n")[0]
    same, other = indexed_documents(built)
    path = tmp_path / REGISTERS
    assert begin_registers(path, [same, other], {row: "[1]"}) == len(other.passages)
    fill_registers(path, written)
    _, first, second = path.read_text().split("\n")[:-1]
    assert first == "[1]"
    assert load_register(second, other) == register(other)
    assert begin_registers(path, [same], {row: "[1]"}) == 0


@pytest.mark.parametrize("passages", [0, 10**6])
def test_a_process_beside_makes_the_same(built: Path, tmp_path: Path, passages: int) -> None:
    (written,) = built.glob("generation-*/documents.jsonl")
    documents = indexed_documents(built)
    path = tmp_path / REGISTERS
    begin_registers(path, documents, {})
    with filled_beside(path, written, passages):
        pass
    assert path.read_text().split("\n")[:-1] == _stored(built)
    assert [one.name for one in tmp_path.iterdir()] == [REGISTERS]


def test_what_breaks_the_build_ends_the_process_beside(built: Path, tmp_path: Path) -> None:
    (written,) = built.glob("generation-*/documents.jsonl")
    path = tmp_path / REGISTERS
    begin_registers(path, indexed_documents(built), {})
    with pytest.raises(KeyboardInterrupt), filled_beside(path, written, 10**6):
        raise KeyboardInterrupt
    assert "" in path.read_text().split("\n")[:-1]


def test_the_process_beside_ends_when_the_building_one_does(tmp_path: Path) -> None:
    never = tmp_path / "never"
    os.mkfifo(never)  # opening it for reading waits for a writer
    helper = begin_helper(never, never)
    assert helper
    assert helper.stdin
    with helper, pytest.raises(subprocess.TimeoutExpired):
        helper.wait(0.5)
    assert helper.wait(30) == 1


def test_a_process_beside_that_fails_is_made_up_for(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (written,) = built.glob("generation-*/documents.jsonl")
    broken = tmp_path / "python-broken"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    for python in (str(broken), "/nowhere/python", "/bin/app", ""):
        monkeypatch.setattr(sys, "executable", python)
        path = tmp_path / REGISTERS
        begin_registers(path, indexed_documents(built), {})
        with filled_beside(path, written, 10**6):
            pass
        assert path.read_text().split("\n")[:-1] == _stored(built)


def test_a_document_of_no_index_is_read_as_ever(tmp_path: Path) -> None:
    assert Registers(tmp_path, {}).of(HOME) == register(HOME)
    assert Decimal(12500) in {one.low for one in register(HOME)}


def test_documents_are_read_with_their_registers_and_no_model(built: Path) -> None:
    documents, registers = indexed_registers(built)
    assert documents == indexed_documents(built)
    assert list(registers.lines) == [one.name for one in documents]
