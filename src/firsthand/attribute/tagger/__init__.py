"""An English text in; tagged attributions (source, cue, content, confidence) out."""
