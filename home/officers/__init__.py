"""Area officers: who they are by role, where one meets them, and when."""
