"""Vietnamese words, by underthesea, for indexing and comparing only, never for quoting.

underthesea rewrites text and splits figures, so nothing here keeps offsets. Its import is cut to
the word segmenter: with transformers installed the rest of it costs three more seconds.

What this module does not know: where a word stands in the text.
"""

import importlib
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, cast

from corpus.normalize import comparable, nfc

_UNNEEDED = tuple(
    f"underthesea.{part}"
    for part in (
        "pipeline.classification",
        "pipeline.sentiment",
        "pipeline.lang_detect",
        "pipeline.dependency_parse",
        "pipeline.translate",
        "agent",
        "address",
    )
)
_LOCK = threading.RLock()
_FEW = 2_000
"""Up to this many texts, starting worker processes costs more than it saves."""
_WORKERS = 2
_CHUNK = 256
_REMEMBERED = 4_096

Segmenter = Callable[[str], list[str]]


def segment(text: str) -> list[str]:
    """Return the words of ``text``: comparable (lowercase, tones placed), compounds with ``_``.

    Punctuation is left out. Safe to call from many threads; the first call loads underthesea
    (some 0.7 s), under a lock. A text without letters or digits gives an empty list.
    """
    return list(_remembered(nfc(text)))


def segment_many(texts: Sequence[str]) -> list[list[str]]:
    """Return `segment` of every text, in order; more than 2,000 texts go to two processes."""
    if len(texts) <= _FEW:
        return [segment(text) for text in texts]
    # Imported here because it is needed for big batches only.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # spawn, because a fork of a process with threads (Gradio, Chroma) may hang.
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
        return list(pool.map(segment, texts, chunksize=_CHUNK))


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str) -> tuple[str, ...]:
    with _LOCK:
        found = _segmenter()(text)
    return tuple(word for raw in found if (word := _joined(raw)))


def _joined(raw: str) -> str:
    """Return one word of underthesea's in comparable form, or "" for punctuation."""
    if not any(char.isalnum() for char in raw):
        return ""
    return "_".join(comparable(raw).split())


@lru_cache(maxsize=1)
def _segmenter() -> Segmenter:
    with _without_unneeded_parts():
        tokenize = importlib.import_module("underthesea.pipeline.word_tokenize").word_tokenize
    return _plain(tokenize)


def _plain(tokenize: Callable[..., Any]) -> Segmenter:
    def words(text: str) -> list[str]:
        # Normalising tokens rewrites spellings that `comparable` unifies anyway.
        return cast("list[str]", tokenize(text, use_token_normalize=False))

    return words


@contextmanager
def _without_unneeded_parts() -> Iterator[None]:
    """Make underthesea's optional imports fail at once while it is being imported."""
    blocked = [name for name in _UNNEEDED if name not in sys.modules]
    absent = cast("dict[str, Any]", sys.modules)
    absent.update(dict.fromkeys(blocked))
    try:
        yield
    finally:
        for name in blocked:
            sys.modules.pop(name, None)
