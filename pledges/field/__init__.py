"""From the field: what an officer reports with a thumb, between two jobs."""
