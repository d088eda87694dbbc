"""The reception desk: people are registered as waiting, and whoever waits is seen at a glance."""
