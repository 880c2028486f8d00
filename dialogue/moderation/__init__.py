"""The desk where staff read, decide and answer; what the public may know of it."""
