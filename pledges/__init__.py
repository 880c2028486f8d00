"""What we promise, and how it goes: citizen pledges with an honest ledger."""
