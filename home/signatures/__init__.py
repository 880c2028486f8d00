"""Where the two sides sign a text, and where a signed text is corrected in public."""
