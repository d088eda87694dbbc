"""`minwon` and `python -m app`."""

from __future__ import annotations

import sys

from app.commands.window import desk_wished, run_desk


def main() -> None:
    """Run the command line and end with its exit code."""
    wish = desk_wished(sys.argv[1:])
    if wish is not None:
        sys.exit(run_desk(wish))
    # All other commands take longer to load than the window takes to appear.
    from app.commands.application import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
