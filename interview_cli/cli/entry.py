"""The console script: imports the program without the garbage collector looking on, which saves a tenth of the start."""

from __future__ import annotations

import gc
import os

COLLECT_EVERY = 50_000
"""So many new objects are worth a search for garbage: a command makes many at its start, and drops few."""


def run() -> None:
    """Entry of the program."""
    gc.disable()
    # Others' plugins have no business in our models; to look for them takes reading what every installed package offers.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from interview_cli.cli.main import run as run_program

    gc.freeze()  # what is imported stays: it need not be looked at again
    gc.set_threshold(COLLECT_EVERY)
    gc.enable()
    try:
        run_program()
    finally:
        gc.freeze()  # the process ends: looking for garbage once more would take another tenth
