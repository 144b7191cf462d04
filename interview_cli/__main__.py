"""`python -m interview_cli`: the program, where its command is not on the path."""

from interview_cli.cli.entry import run

run()
