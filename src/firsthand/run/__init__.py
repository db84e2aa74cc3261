"""Stages run over many documents: a pool of processes with limits, progress and isolation of bad input."""
