"""Reading: from passages found to evidence, the clause that answers and the exact span in it."""
