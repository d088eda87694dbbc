"""Typing in a paper list: visits noted while the program could not be used."""
