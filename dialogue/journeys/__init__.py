"""What becomes of a contribution: its receipt, its mails, a new look."""
