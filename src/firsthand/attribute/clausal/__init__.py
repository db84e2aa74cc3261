"""The grammar of languages that set off clauses by commas: German, Russian, Ukrainian."""
