"""Names, places, units, kinds and cues: the data files and their loaders.

No other folder knows a name or a word of a language by heart.
"""
