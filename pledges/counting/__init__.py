"""Counts what a news item from a phone tells of towards a measure, in the same send."""
