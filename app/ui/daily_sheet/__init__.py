"""One day's figures, on screen and on paper."""
