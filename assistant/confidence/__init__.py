"""How likely the best evidence answers the question: a logistic regression on a few features.

What this package does not know: which refusal to give (`assistant.decide`).
"""

from assistant.confidence.features import FEATURES, HELPING, HURTING, features_of
from assistant.confidence.model import ConfidenceModel, load_confidence

__all__ = [
    "FEATURES",
    "HELPING",
    "HURTING",
    "ConfidenceModel",
    "features_of",
    "load_confidence",
]
