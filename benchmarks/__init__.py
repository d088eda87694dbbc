"""How fast the program is, each time beside the raw limit in the same run: `python -m benchmarks`."""
