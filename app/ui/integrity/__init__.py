"""Whether clerks could be answering for citizens."""
