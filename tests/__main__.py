"""Everything that must hold, in one command: `python -m tests`. Style, types, layers, then the tests; stops at nothing.

Arguments go to pytest: `python -m tests -k attention`.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))


def main(arguments: list[str]) -> int:
    """Run each tool and say how it went; the exit code is 1 if any failed."""
    steps = {
        "ruff check": [str(SCRIPTS / "ruff"), "check", "--quiet", "."],
        "ruff format": [str(SCRIPTS / "ruff"), "format", "--check", "--quiet", "."],
        "import contracts": [str(SCRIPTS / "lint-imports"), "--no-cache"],
        "mypy --strict": [sys.executable, "-m", "mypy"],
        "pytest": [sys.executable, "-m", "pytest", "-n", "3", "--dist", "loadgroup", *arguments],
    }
    failed = []
    for name, command in steps.items():
        started = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, check=False)
        print(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)", flush=True)
        failed += [name] if done.returncode else []
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
