"""How the grading host is started: command and environment. Standard library only, so that it can be done at once."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence

from interview_cli.grading.confinement.surroundings import clean_environment

HOST_STDERR_VARIABLE = "INTERVIEW_HOST_STDERR"


def host_command(interpreter: str) -> list[str]:
    """Neither the current folder nor a folder of the user's can slip a module in.

    PYTHON* variables are those of `clean_environment` alone: it sets how memory is got, which `-I` would ignore.
    """
    return [interpreter, "-s", "-P", "-m", "interview_cli.grading.host.server"]


def start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the host in a session of its own. Raises: OSError."""
    shown = None if environment.get(HOST_STDERR_VARIABLE) else subprocess.PIPE
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=shown,
        env=clean_environment(environment),
        start_new_session=True,
        cwd=os.sep,
    )
