"""Diacritic restoration: a small trained model, its training script and its measure.

What this package does not know: questions, documents, glossaries (see `assistant.understand`).
"""

from assistant.restore.decode import Bias, NoBias, Restorer
from assistant.restore.model import RestoreModel, load_model

__all__ = ["Bias", "NoBias", "RestoreModel", "Restorer", "load_model"]
