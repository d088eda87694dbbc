"""What whoever shows citizens the way works with, as the administrator keeps it."""
