"""The trained reader at run time: where each passage answers a question, and whether it does.

onnxruntime runs the network; what it reads is made by `features`. A span is always a slice of the
passage that was given.

What this module does not know: how the network was trained, or what is done with a reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from assistant.span_model.batch import band, broken, given, parts
from assistant.span_model.features import (
    RESERVED,
    WINDOW,
    Floats,
    Text,
    Vocabulary,
    Window,
    read_text,
    window,
)
from corpus.checked import parsing, read_checked
from corpus.model import Span

if TYPE_CHECKING:
    import onnxruntime

FOLDER = Path(__file__).parent / "weights"
NETWORK, WORDS, COMPOUNDS = "reader.onnx", "words.tsv", "compounds.txt"
RECORD = "weights.json"
PARTS = (NETWORK, WORDS, COMPOUNDS)
_LONGEST_QUESTION = 48
_REMEMBERED = 512
_THREADS = 2
_HANDED_OVER = 0.001
"""Seconds to wait for the other thread to begin; it may be busy for somebody else."""
_CHARACTERS = 4
"""Characters of a token with the space after it, nearly: how long a text is before it is cut."""
_FAR = -1e4
_In = Mapping[str, npt.NDArray[Any]]
_CUT = 1.5
"""What a span loses at an end that cuts a compound in two; tried .5 to 2.5 on ViQuAD-dev."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns the log-odds that a passage answers into a probability: sigmoid(slope x + shift)."""

    slope: float = 1.0
    shift: float = 0.0

    def probability(self, odds: float) -> float:
        """Return the probability for log-odds ``odds``."""
        return float(1 / (1 + np.exp(-np.clip(self.slope * odds + self.shift, -30, 30))))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one passage.

    ``span`` is the best answer, in code points of the passage (empty where there was nothing to
    read); ``score`` its logit against "no answer" (0), comparable between passages of a question;
    ``answerable`` the calibrated probability that the passage answers at all.
    """

    span: Span
    score: float
    answerable: float
    _scores: Floats = field(repr=False, compare=False)
    _offsets: Sequence[tuple[int, int]] = field(repr=False, compare=False)

    @property
    def odds(self) -> float:
        """The log-odds that anything in the passage answers; -inf where nothing was read."""
        return _odds(self._scores, self.score) if self._scores.size else float("-inf")

    def score_of(self, span: Span) -> float:
        """Return the logit of a given span of the passage, on the scale of ``score``.

        The span is taken to the tokens it touches. -inf where one of them was not read, or the
        span is longer than any answer.
        """
        inside = self._inside(span, touching=True)
        if not inside:
            return float("-inf")
        found = float(self._scores[inside[0], inside[-1]])
        return found if found > _FAR / 2 else float("-inf")

    def mass_in(self, span: Span) -> float:
        """Return the probability, "no answer" counted, that the answer lies within ``span``."""
        inside = self._inside(span, touching=False)
        if not inside:
            return 0.0
        part = self._scores[inside[0] : inside[-1] + 1, inside[0] : inside[-1] + 1]
        top = max(self.score, 0.0)
        return float(np.exp(part - top).sum() / (np.exp(self._scores - top).sum() + np.exp(-top)))

    def _inside(self, span: Span, *, touching: bool) -> list[int]:
        if touching:
            return [i for i, (a, b) in enumerate(self._offsets) if a < span.end and b > span.start]
        return [i for i, (a, b) in enumerate(self._offsets) if a >= span.start and b <= span.end]


class _Part(NamedTuple):
    """Some passages to be read at once, and what the network gives for them, now or later."""

    places: Sequence[int]
    texts: Sequence[Text]
    windows: Sequence[Window]
    scores: Future[Floats]


class SpanModel:
    """Reads passages for a question; one object may be shared between threads."""

    def __init__(
        self,
        session: "onnxruntime.InferenceSession",
        known: Vocabulary,
        calibration: Calibration,
        compounds: frozenset[tuple[str, str]] = frozenset(),
        name: str = "",
    ) -> None:
        """Run ``session`` on texts in the words of ``known``; ``name`` says which weights.

        Spans that would cut one of the ``compounds`` in two lose some of their score.
        """
        self.name, self._compounds = name, compounds
        self._session, self._known, self._calibration = session, known, calibration
        self._helper = ThreadPoolExecutor(_THREADS - 1, "reader")
        self._text = lru_cache(maxsize=_REMEMBERED)(lambda text: read_text(text, known))

    def read(
        self, question: str, passages: Sequence[str], length: int = WINDOW
    ) -> tuple[Reading, ...]:
        """Return one reading for each passage, in order.

        Args:
            question: any question; its first 48 tokens are read.
            passages: texts in NFC, a sentence or a paragraph each.
            length: most tokens to read of each; of a longer one the sentences that share most
                with the question.
        """
        asked = _shortened(read_text(question, self._known), _LONGEST_QUESTION)
        found: list[Reading] = [_NOTHING] * len(passages)
        if asked.words:
            sizes = {at: min(len(one) // _CHARACTERS, length) for at, one in enumerate(passages)}
            for place, reading in self._read(asked, passages, parts(sizes), length):
                found[place] = reading
        return tuple(found)

    def _read(
        self,
        asked: Text,
        passages: Sequence[str],
        shares: Sequence[Sequence[int]],
        length: int,
    ) -> Iterator[tuple[int, Reading]]:
        """Yield each place with its reading; the network reads one part while the next is made."""
        waiting: list[_Part] = []
        for share in shares:
            places = [place for place in share if self._text(passages[place]).words]
            texts = [self._text(passages[place]) for place in places]
            windows = [window(asked, text, length) for text in texts]
            if windows:
                arrays = given(asked, texts, windows)
                run = self._handed_over if share is not shares[-1] else self._here
                waiting.append(_Part(places, texts, windows, run(arrays)))
        for part in reversed(waiting):
            read = zip(part.places, part.texts, part.windows, part.scores.result(), strict=True)
            for place, text, seen, spans in read:
                yield place, self._reading(text, seen, spans)

    def _here(self, arrays: _In) -> Future[Floats]:
        done: Future[Floats] = Future()
        done.set_result(self._network(arrays))
        return done

    def _handed_over(self, arrays: _In) -> Future[Floats]:
        """Have ``arrays`` read by the other thread; return when it has begun, or is busy.

        It could not begin while this one makes the next part: Python's threads take turns.
        """
        begun = Event()

        def work() -> Floats:
            begun.set()
            return self._network(arrays)

        future = self._helper.submit(work)
        begun.wait(_HANDED_OVER)
        return future

    def _network(self, arrays: _In) -> Floats:
        spans: Floats = self._session.run(None, arrays)[0]
        return spans

    def _reading(self, text: Text, seen: Window, spans: Floats) -> Reading:
        size = len(seen.kept)
        cut = self._cuts(text, seen)
        within = band(size) & ~broken(seen.kept)
        less = spans[:size, :size] - cut[:size, None] - cut[None, 1:]
        spans = np.where(within, less, np.float32(_FAR))
        start, end = divmod(int(spans.argmax()), size)
        score = float(spans[start, end])
        offsets = [text.spans[at] for at in seen.kept.tolist()]
        span = Span(offsets[start][0], offsets[end][1])
        return Reading(
            span, score, self._calibration.probability(_odds(spans, score)), spans, offsets
        )

    def _cuts(self, text: Text, seen: Window) -> Floats:
        """Return what is lost by a span that begins, or by one that ends, before each token."""
        keys = [text.words[at].key for at in seen.kept.tolist()]
        within = [two in self._compounds for two in pairwise(keys)]
        return np.array([False, *within, False], np.float32) * np.float32(_CUT)


def _odds(spans: Floats, best: float) -> float:
    return best + float(np.log(np.exp(spans - best).sum()))  # what is no span adds nothing


_NOTHING = Reading(Span(0, 0), float("-inf"), 0.0, np.zeros((0, 0), np.float32), ())


def _shortened(text: Text, most: int) -> Text:
    if len(text.words) <= most:
        return text
    return Text(
        spans=text.spans[:most],
        words=text.words[:most],
        numbers=text.numbers[:most],
        idf=text.idf[:most],
        flags=text.flags[:most],
        sentences=[*(at for at in text.sentences if at < most), most],
    )


def load(folder: Path = FOLDER) -> SpanModel:
    """Read and check the model in ``folder``.

    Raises:
        ModelError: a file is missing or malformed, or is not the one whose sha256 was recorded.
    """
    found = read_checked(folder / RECORD, *PARTS)
    with parsing(folder / RECORD):
        return SpanModel(
            opened(found.files[NETWORK]),
            vocabulary(found.files[WORDS].decode()),
            Calibration(**found.record["calibration"]),
            frozenset(_pair(line) for line in found.files[COMPOUNDS].decode().splitlines()),
            found.record["files"][NETWORK],
        )


@cache
def default_span_model() -> SpanModel:
    """Return the model that ships, read once.

    Raises:
        ModelError: a file of it is missing or damaged.
    """
    return load()


def vocabulary(table: str) -> Vocabulary:
    """Read ``word, tab, idf`` lines; the first lines are the reserved words."""
    rows = [line.split("\t") for line in table.splitlines()]
    idf = np.array([float(rarity) for _, rarity in rows], np.float32)
    words = {word: number for number, (word, _) in enumerate(rows) if number >= RESERVED}
    return Vocabulary(words, idf)


def _pair(line: str) -> tuple[str, str]:
    first, second = line.split(" ")
    return first, second


def opened(network: bytes) -> "onnxruntime.InferenceSession":
    """Return a session for an exported network; a ValueError where it cannot be read."""
    import onnxruntime  # noqa: PLC0415  # heavy: only where something is read

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # `SpanModel` runs two parts at once instead
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ValueError("onnx") from error  # onnxruntime's own errors share no public base
