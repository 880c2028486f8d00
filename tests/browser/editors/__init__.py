"""What staff do. These tests change the content, so their server is their own."""
