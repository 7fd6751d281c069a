"""Train the claim model: python -m assistant.claims.learned.train CLAIMS OUT.

Reads JSON Lines {context, claim, label}, label ``no`` (the context bears the claim out),
``intrinsic`` (it contradicts it) or ``extrinsic`` (it does not say so). Two thirds of the
contexts train, chosen by their sha256; the last third is never read here. Gradient-boosted
trees of scikit-learn, small ones, several seeds together, written for `model.ClaimModel`.

What this module does not know: rules, thresholds, and how good the checker is with it.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.claims.learned.features import Scales, features
from assistant.claims.learned.model import RECORD, WEIGHTS
from assistant.claims.learned.split import is_held_out, rows_of
from assistant.claims.wording import load_opposites
from assistant.thesaurus import load_thesaurus
from corpus.frequency import syllable_rarity
from corpus.read import document_of

LABELS = ("no", "intrinsic", "extrinsic")
SEEDS = 8
TREES, RATE, LEAVES, LEAST, SHARE = 120, 0.045, 6, 20, 0.2


def sentences_of(context: str) -> list[str]:
    """Return a context's sentences as they are indexed."""
    document = document_of("ngữ cảnh", context)
    return [document.quote(passage.span) for passage in document.passages]


def shipped_scales() -> Scales:
    """Return the scales that the checker measures with."""
    return Scales(syllable_rarity(), load_thesaurus(), load_opposites())


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on two thirds of a claims file and write the model into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args(arguments)
    scales = shipped_scales()
    rows = [row for row in rows_of(asked.claims) if not is_held_out(row["context"])]
    measured = [features(row["claim"], sentences_of(row["context"]), scales) for row in rows]
    names = tuple(measured[0])
    table = np.array([[row[name] for name in names] for row in measured], np.float32)
    labels = np.array([LABELS.index(row["label"]) for row in rows])
    write(asked.out, names, [_grown(table, labels, seed) for seed in range(SEEDS)])


def _grown(table: "np.typing.NDArray[np.float32]", labels: Any, seed: int) -> Any:  # noqa: ANN401 - scikit-learn has no types
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - training only

    return HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=LEAST,
        l2_regularization=1.0, max_features=SHARE, early_stopping=False, random_state=seed,
    ).fit(table, labels)  # fmt: skip


def write(out: Path, names: Sequence[str], grown: Sequence[Any]) -> None:
    """Write boosted models as one: their sums are averaged."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots: list[int] = []
    classes: list[int] = []
    for model in grown:
        for kind, tree in _trees(model):
            roots.append(len(nodes))
            classes.append(kind)
            nodes += _nodes(tree, len(nodes), len(grown))
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    start = np.mean([model._baseline_prediction.ravel() for model in grown], axis=0)  # noqa: SLF001 - scikit-learn shows it nowhere else
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        out / WEIGHTS, start=start.astype(np.float64), roots=np.array(roots, np.int32),
        classes=np.array(classes, np.int32), feature=np.array(feature, np.int16),
        threshold=np.array(threshold, np.float32), left=np.array(left, np.int32),
        right=np.array(right, np.int32), value=np.array(value, np.float32),
    )  # fmt: skip
    record = {
        "sha256": hashlib.sha256((out / WEIGHTS).read_bytes()).hexdigest(),
        "features": list(names),
    }
    (out / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _trees(model: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - scikit-learn has no types
    for round_ in model._predictors:  # noqa: SLF001 - the trees are shown nowhere else
        yield from enumerate(tree.nodes for tree in round_)


def _nodes(
    tree: Iterable[Any], base: int, models: int
) -> Iterator[tuple[int, float, int, int, float]]:
    """Yield one tree's nodes, renumbered, a leaf's value shared among the models."""
    for node in tree:
        if node["is_leaf"]:
            yield -1, 0.0, 0, 0, float(node["value"]) / models
        else:
            left, right = int(node["left"]) + base, int(node["right"]) + base
            yield int(node["feature_idx"]), float(node["num_threshold"]), left, right, 0.0


if __name__ == "__main__":
    main()
