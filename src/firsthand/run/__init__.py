"""Stages over many documents: a pool with limits, progress, and isolation of bad input."""
