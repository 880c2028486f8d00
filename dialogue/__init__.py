"""What residents tell us, and what we answer."""
