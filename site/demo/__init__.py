"""A made-up municipality to look at. Never in production."""
