"""Long delimited files of any length: columns in arrays, read in pieces; records are made when they are asked for."""
