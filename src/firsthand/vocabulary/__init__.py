"""Names, places, units, kinds and cues: the data files and their loaders; nothing else knows a word by heart."""
