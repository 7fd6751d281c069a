"""How long is the answer?

What this module does not know: whether it had to be.
"""

from evals.response import Response


def words(response: Response) -> float:
    """Return the number of white-space separated words of the answer."""
    return float(len(response.text.split()))
