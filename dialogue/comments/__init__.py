"""Comments on any page that invites them: the form, the thread, the flag, the rules."""
