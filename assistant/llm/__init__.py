"""A language model, when the user has one: it may reword what was found; all of it is verified.

What this package does not know: how passages are found, or which answer is right.
"""

from assistant.llm.rephrase import RephrasingAssistant

__all__ = ["RephrasingAssistant"]
