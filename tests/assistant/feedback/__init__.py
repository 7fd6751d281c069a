"""Tests of opinions: the file, the table, the draft cases."""
