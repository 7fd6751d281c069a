"""Tests of the trained ranker."""
