"""The shared side as one SQLite file on a share: best effort for about ten counters, rebuilt from their outboxes."""
