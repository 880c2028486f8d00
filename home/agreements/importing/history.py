"""What the history of a page calls an import."""

IMPORTED = "home_agreements.import"
