"""The counter screen: the form of a new visit, and the day beside it."""
