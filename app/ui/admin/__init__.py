"""The administrator's screen: people, services, departments, counters, the office's settings, importing."""
