"""The counter screen's right half: the day's visits, found, filtered and printed again."""
