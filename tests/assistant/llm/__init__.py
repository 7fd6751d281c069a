"""Tests of the language model's part, against real HTTP servers on loopback."""
