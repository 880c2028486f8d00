class NotPossible(Exception):
    """What was asked for cannot be done; ``str`` says why, in words for who asked."""
