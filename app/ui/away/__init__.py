"""Away from the window and back, the lock, and the change of clerk."""
