"""Engines, the unit of work, repositories and migrations. The only floor besides `models` and `sync` that knows SQL."""
