"""The learned claim model: how likely a passage bears a statement out, contradicts it, or neither.

What this package does not know: where evidence comes from, and what the rules say.
"""

from assistant.claims.learned.features import Scales, features
from assistant.claims.learned.model import Bearing, ClaimModel, load_claim_model

__all__ = ["Bearing", "ClaimModel", "Scales", "features", "load_claim_model"]
