"""The claim check: a statement, or a pasted text, held against what the documents say.

What this package does not know: how a verdict is shown.
"""

from assistant.claims.checker import ClaimChecker
from assistant.claims.verdict import Aspect, Difference, Part, Verdict

__all__ = ["Aspect", "ClaimChecker", "Difference", "Part", "Verdict"]
