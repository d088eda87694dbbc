"""Improvement tasks (중점과제): a list, a form, what asks for them, and a look at each every quarter."""
