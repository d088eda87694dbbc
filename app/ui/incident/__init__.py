"""The incident key: from anywhere at a counter it begins a note of abuse, with its time, its clock and its report."""
