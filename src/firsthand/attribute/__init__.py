"""A document in; entities, attributions and signs of access out, all as spans of its text."""
