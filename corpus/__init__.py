"""What the documents say: reading, structure, sentences, quantities, targets.

Knows nothing of search, models or screens.
"""
