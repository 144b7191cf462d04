"""How the grading host is started: command and environment. Standard library only, so that it can be done at once."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence

KEPT_VARIABLES = (
    "PATH",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "CUDA_VISIBLE_DEVICES",
    "SYSTEMROOT",
    "TMPDIR",
    "VIRTUAL_ENV",
)
HOST_STDERR_VARIABLE = "INTERVIEW_HOST_STDERR"


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What the host and a solution may know of the environment: nothing that could be a secret."""
    kept = {name: environment[name] for name in KEPT_VARIABLES if name in environment}
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    fixed = {"USER": "candidate", "LOGNAME": "candidate", "TORCHINDUCTOR_CACHE_DIR": "/tmp", "PYTHONNOUSERSITE": "1"}
    fixed |= {"MPLBACKEND": "Agg", "MPLCONFIGDIR": "/tmp"}  # plots are drawn nowhere, and nothing is kept of them
    fixed["HOME"] = "/nonexistent"  # libraries ask where it is, and fail where no answer is to be had
    return {**kept, **single, **fixed}


def host_command(interpreter: str) -> list[str]:
    """Isolated: neither the current folder nor PYTHON* variables can slip a module in."""
    return [interpreter, "-I", "-m", "interview_cli.grading.host.server"]


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
