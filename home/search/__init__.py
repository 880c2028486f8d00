"""Finding a page by its words."""
