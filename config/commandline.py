"""The door for ``bin/esv``: Django's commands and ours, in the folder it was called from."""

import os
import sys

from django.core.management import execute_from_command_line

from config.env import ConfigurationError


def main() -> None:
    """Run the command named; a wrong setting is told in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(["bin/esv", *sys.argv[1:]])
    except ConfigurationError as error:
        sys.exit(f"{error}")
    except KeyboardInterrupt:
        sys.exit("\nStopped.")


if __name__ == "__main__":
    main()
