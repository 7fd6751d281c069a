"""Tests of diacritic restoration."""
