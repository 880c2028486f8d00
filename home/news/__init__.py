"""Short news from the municipality and the police."""
