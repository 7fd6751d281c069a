"""The claim check: a statement, or a pasted text, held against what the documents say.

`assistant.claims.checker` has the check itself; importing this package alone costs nothing.

What this package does not know: how a verdict is shown.
"""

from assistant.claims.verdict import Aspect, Difference, Part, Verdict

__all__ = ["Aspect", "Difference", "Part", "Verdict"]
