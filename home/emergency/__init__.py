"""Tells a text that needs 112 now from one that can wait for an answer."""
