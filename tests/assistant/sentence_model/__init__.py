"""Tests of the trained judge of sentences."""
