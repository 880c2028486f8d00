"""Words for pages of staff's own accounts."""
