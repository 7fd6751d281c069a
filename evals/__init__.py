"""Known answers, scorers, runs, comparisons: how good the assistant is, and whether it changed."""
