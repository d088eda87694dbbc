"""The log of cases: the list, one case beside it, what is done with it, and the form of a new one."""
