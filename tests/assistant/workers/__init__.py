"""Tests of answering by several processes."""
