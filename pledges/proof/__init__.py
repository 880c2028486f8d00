"""How anybody can tell that the history has not been changed."""
