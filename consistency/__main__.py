"""`python -m consistency` is `check`."""

from consistency.cli import main

main()
