"""The trained ranker: how likely a whole paragraph answers, compared with others."""
