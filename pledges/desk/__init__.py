"""The staff's side of pledges: how each stands, and all that can be done about it."""
