"""What readers meet. Nothing here changes the content; all tests share one server."""
