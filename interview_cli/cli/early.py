"""Starts the grading host before anything else is imported, when the command line will need it. Standard library only.

Importing torch takes most of a cold grade; what this program imports meanwhile is free.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

GRADING = frozenset({"grade", "solve"})

_host: subprocess.Popen[bytes] | None = None


def start_host_for(arguments: list[str]) -> None:
    """Start the host if these arguments are those of a command that grades for sure."""
    global _host
    if not GRADING.intersection(arguments[:6]) or "--help" in arguments:
        return
    from interview_cli.grading.host.environment import host_command, start

    _host = start(host_command(sys.executable), os.environ)


def adopt_host() -> subprocess.Popen[bytes] | None:
    """Hand over the host that was started early, once."""
    global _host
    host, _host = _host, None
    return host


def end_unadopted_host() -> None:
    """End a host that no one asked for after all."""
    host = adopt_host()
    if host is not None:
        host.kill()
        host.wait()
