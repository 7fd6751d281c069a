"""The thresholds of the claim check, in ``thresholds.json`` beside this file.

Chosen on statements of the development half (`evals/suites/seed-claims.jsonl`, split "tune").

What this module does not know: what they are used for.
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from corpus.errors import ModelError

FILE = Path(__file__).parent / "thresholds.json"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares from 0 to 1.

    ``figure_supported``: of a statement's words that the place of its figure must meet;
    ``figure_own`` and ``figure_precision``: how well two indicators must agree for another value
    to refute; ``figure_tie``: how near the best indicator another is as good;
    ``text_supported``: of the words of a statement without figures that one sentence must meet;
    ``text_unmet``: the heaviest word that may be missing; ``text_refuted``: what must be met for
    a contradiction to count; ``learned_supported`` and ``learned_refuted``: how likely the learned
    model must find it to say so; ``learned_covered``: how much of a statement the evidence must
    meet for the model to speak at all; ``learned_figure``: how much of it one sentence must meet
    for the model to refute a figure, ``learned_said`` for it to refute
    anything by a paragraph picked from many.
    """

    figure_supported: float
    figure_own: float
    figure_precision: float
    figure_tie: float
    text_supported: float
    text_unmet: float
    text_refuted: float
    learned_supported: float
    learned_refuted: float
    learned_covered: float
    learned_figure: float
    learned_said: float


def load_thresholds(path: Path = FILE) -> Thresholds:
    """Read the thresholds.

    Raises:
        ModelError: the file is missing or malformed, or lacks one.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Thresholds(**{field.name: float(record[field.name]) for field in fields(Thresholds)})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"Tệp ngưỡng {path} đã hỏng ({type(error).__name__}): hãy cài lại hoidap."
        ) from error
