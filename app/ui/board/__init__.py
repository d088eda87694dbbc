"""The board (좋아요 / 아쉬워요): two columns of cards, what is done with each, and a wall display without names."""
