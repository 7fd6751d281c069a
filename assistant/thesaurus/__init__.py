"""Words of like use, learnt from news and laws: a small thesaurus of our own for matching.

What this package does not know: glossary synonyms, which staff write by hand and which weigh more.
"""

from assistant.thesaurus.model import Thesaurus, load_thesaurus

__all__ = ["Thesaurus", "load_thesaurus"]
