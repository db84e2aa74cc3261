"""Tests of what is claimed."""
