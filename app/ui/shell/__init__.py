"""The main window: navigation on the left, one screen, a status line below."""
