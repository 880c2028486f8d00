"""Action plans that the law asks for: decided by whom, and when they are due anew."""
