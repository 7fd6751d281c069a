"""Tests of what a question is understood to ask."""
