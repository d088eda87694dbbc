"""The guides inside the program: one for each role, in Korean, with pictures the program made of itself."""
