"""How to run a command as root and as an ordinary user, for tests of what each may do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
each_user = pytest.mark.parametrize("user", ["ordinary user", pytest.param("root", marks=pytest.mark.exhaustive)])
"""In a usual run root has all the hostile files, where the tests run as root."""
CLOSED_TO_USERS = "an ordinary user cannot be arranged for: {}"
NOBODY = "65534"
TRIED = "import importlib.util, numpy, interview_cli\nassert importlib.util.find_spec('torch')"


def command_of(user: str, folder: Path) -> list[str]:
    """A prefix that runs a command as root, or as a user without any rights of root's, in an environment it can read.

    What others may not enter (a home folder) is replaced there, in a mount namespace of its own, by what Python needs of it.
    """
    if user == "root":
        if os.getuid() != 0:
            pytest.skip("not root here")
        return []
    if os.getuid() != 0:
        return []
    if not shutil.which("setpriv") or not shutil.which("unshare"):
        pytest.skip(CLOSED_TO_USERS.format("no setpriv or unshare"))
    closed = {path: top for path in (sys.base_prefix, sys.prefix, str(ROOT)) if (top := closed_ancestor(Path(path)))}
    script = [f"mkdir -p {folder}/{n} && mount --bind {path} {folder}/{n}" for n, path in enumerate(closed)]
    script += [f"mount -t tmpfs -o mode=755 none {top}" for top in set(closed.values())]
    script += [f"mkdir -p {path} && mount --move {folder}/{n} {path}" for n, path in enumerate(closed)]
    script += [f'exec setpriv --reuid {NOBODY} --regid {NOBODY} --clear-groups env HOME=/nonexistent "$@"']
    command = ["unshare", "--mount", "--propagation", "private", "bash", "-ec", "\n".join(script), "bash"]
    tried = subprocess.run([*command, sys.executable, "-I", "-c", TRIED], capture_output=True, text=True)
    if tried.returncode != 0:
        pytest.skip(CLOSED_TO_USERS.format(tried.stderr.strip()[-100:]))
    return command


def closed_ancestor(path: Path) -> Path | None:
    """The first folder above a path that other users may not enter."""
    return next((top for top in reversed(path.parents) if not top.stat().st_mode & 0o001), None)


def printed(command: Sequence[str], code: str, argument: object, seconds: float = 100) -> Any:
    """What the code prints in a fresh interpreter, as JSON; it finds the tests' modules."""
    start = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
    full = [*command, sys.executable, "-I", "-c", start + code, json.dumps(argument)]
    result = subprocess.run(full, capture_output=True, text=True, timeout=seconds)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
