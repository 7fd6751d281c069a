"""A question becomes an answer: understand, retrieve, read, decide, compose, verify."""
