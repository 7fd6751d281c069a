"""The trained reader: where a passage answers a question, and whether it does."""
