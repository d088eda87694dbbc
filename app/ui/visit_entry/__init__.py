"""The counter screen's left half: a new visit in two keystrokes and Enter."""
