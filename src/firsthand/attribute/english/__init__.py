"""The grammar of English reporting: a view in, drafts of attributions out."""
