"""Journeys in a real browser, against the real server with the demo's content."""
