"""`python -m warparse` is the command `warparse`."""

from warparse.cli import main

main()
