"""Questions to offer: to begin with, and after an answer; each is asked before it is shown.

    Suggester(ask, annotations, templates).first()             a few, one of each kind
    Suggester(...).after(question, answer, asked)              at most three, after an answer

What this package does not know: how a question is answered, or how a suggestion is shown.
"""

from assistant.suggest.candidates import Kind, Suggestion
from assistant.suggest.suggester import Suggester

__all__ = ["Kind", "Suggester", "Suggestion"]
