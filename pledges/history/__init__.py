"""What a pledge has said over the years, and what was changed."""
