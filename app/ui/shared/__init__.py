"""What every screen uses: style, words, the task runner, tables and the printer."""
