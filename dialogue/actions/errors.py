class NotPossible(Exception):
    """The contribution is not, or no longer, in a state that allows it."""


class NotAllowed(Exception):
    """Somebody else has to do it: nobody decides about an own decision."""
