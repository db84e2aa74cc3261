"""A document and its attributions in; claims with quantities, times, places, parties and kinds out."""
