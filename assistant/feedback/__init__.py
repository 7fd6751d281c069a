"""What people think of answers: a local file of the operator's, a table, draft evaluation cases.

    FeedbackFile(path).put(opinion)         keep an opinion (one row an answer)
    FeedbackFile(path).rows(…)              read them back, newest first

What this package does not know: who gave an opinion; nothing but what was typed is kept.
"""

from assistant.feedback.opinion import REASONS, Opinion, Row, Vote
from assistant.feedback.store import FeedbackFile

__all__ = ["REASONS", "FeedbackFile", "Opinion", "Row", "Vote"]
