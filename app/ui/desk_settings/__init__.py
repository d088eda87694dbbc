"""What is set on this PC alone."""
