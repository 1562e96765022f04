"""``python -m labmapper``."""

from labmapper.cli import main

main()
