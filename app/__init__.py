"""Minwon Desk: the counter program of a Korean district office."""

__version__ = "0.5.0"
