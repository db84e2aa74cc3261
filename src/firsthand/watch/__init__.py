"""Watching official figures: series go in, verdicts and alarms come out; numbers only, no prose.

Long series are held against the published methods of disease surveillance (Farrington, Noufaily,
EARS, CUSUM, GLR), short ones against a count model whose assumptions are stated in a data file.
"""
