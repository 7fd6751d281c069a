"""The Vietnamese words and number forms that all reports share.

What this module does not know: where they are printed.
"""

from collections.abc import Mapping, Sequence

from evals.drop import Drop
from evals.model_use import summed
from evals.record import Outcome
from evals.scorers import METRICS
from evals.stats import Mean
from evals.summary import ALL

METRIC_WORDS = METRICS
_LABELS: Mapping[str, str] = {
    ALL: "tất cả",
    "fact": "dữ kiện",
    "list": "liệt kê",
    "yesno": "có/không",
    "paraphrase": "diễn đạt khác",
    "robust": "gõ ẩu",
    "multi_turn": "hỏi tiếp",
    "unanswerable": "không có đáp án",
    "false_premise": "tiền đề sai",
    "claim": "kiểm chứng",
    "tune": "phần để chỉnh",
    "held": "phần giữ kín",
}
_COUNTS = frozenset({"words"})


def label_words(label: str) -> str:
    """Return how a report names a row."""
    return _LABELS.get(label, label)


def percent(metric: str, value: float) -> str:
    """Return a value as its metric is written: a percentage, or a count."""
    return f"{value:.0f}" if metric in _COUNTS else f"{100 * value:.1f}%"


def drop_words(drop: Drop) -> str:
    """Return what a way of typing badly costs, in one line."""
    points = -100 * drop.share
    return (
        f"{drop.variant}: {points:+.1f} điểm so với gõ đúng ({drop.lost} hỏng, {drop.won} tốt lên "
        f"trong {drop.n}; p = {drop.p:.3f})"
    )


def model_words(outcomes: Sequence[Outcome]) -> str:
    """Return what a language model did for a suite, in one line; "" where none was asked."""
    use = summed(outcome.model for outcome in outcomes)
    if not use.calls:
        return ""
    return (
        f"mô hình ngôn ngữ: diễn đạt lại {use.reworded} câu trả lời, quay về trích nguyên văn "
        f"{use.fallbacks}, giữ lại {use.withheld} câu; {use.calls} lần gọi, {use.prompt_tokens} "
        f"token vào, {use.completion_tokens} token ra, {use.seconds:.1f} giây"
    )


def shown_mean(metric: str, found: Mean | None) -> str:
    """Return a mean with its standard error, ``–`` for nothing scored."""
    if found is None:
        return "–"
    if metric in _COUNTS or not found.error:
        return percent(metric, found.value)
    return f"{percent(metric, found.value)} ±{100 * found.error:.1f}"
