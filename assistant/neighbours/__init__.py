"""Which syllables stand side by side in general Vietnamese: a table of counted pairs.

What this package does not know: slips, questions, or the indexed documents' own words.
"""

from assistant.neighbours.model import Neighbours, load_neighbours

__all__ = ["Neighbours", "load_neighbours"]
