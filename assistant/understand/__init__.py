"""What a question means to ask: cleaning, repair, abbreviations, follow-ups.

What this package does not know: passages, answers, or how the search weighs words.
"""

from assistant.understand.glossary import Glossary
from assistant.understand.understander import Understander, Understanding, literally
from assistant.understand.vocabulary import Vocabulary

__all__ = ["Glossary", "Understander", "Understanding", "Vocabulary", "literally"]
