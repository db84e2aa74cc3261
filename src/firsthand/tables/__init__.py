"""Official files in; series out, each value with the cell that it came from.

A reader for each container lays the file out as grids (`grid`); pure stages find the tables on a grid,
tell its headings from its figures, and read periods, units, marks and labels. `load.load_table` does it all.
"""
