"""The commands, one small module each; the only place that turns errors into text and exit codes."""
