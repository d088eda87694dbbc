"""Where things lie, what this PC is set to, and the log."""
