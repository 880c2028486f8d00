"""What the municipality and the police have agreed, and in which areas."""
