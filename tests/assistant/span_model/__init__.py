"""Tests of the trained reader."""
