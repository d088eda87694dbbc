"""The command line: one module a group of commands. Nothing is decided here; services do the work."""
