"""The commands, one small module each; errors become text and exit codes here alone."""
