"""Who did what, and when: one list of all that Wagtail's log keeps."""
