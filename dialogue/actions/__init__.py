"""What can be done with what residents send; each action is one transaction."""
