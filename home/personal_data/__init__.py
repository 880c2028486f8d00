"""Finds what points out a person, in what residents and staff write."""
