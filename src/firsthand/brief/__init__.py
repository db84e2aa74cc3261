"""Everything known of a case in; sentences with evidence, and the pages that print them, out."""
