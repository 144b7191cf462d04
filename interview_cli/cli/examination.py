"""What `doctor` finds out: by trying, not by reading version numbers."""

from __future__ import annotations

import json
import platform
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from interview_cli import __version__
from interview_cli.domain.errors import InterviewError
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.reports.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from interview_cli.cli.wiring import World

LABEL = len("versions  ")
TRIED_BYTES = 1 << 16
PACKAGES = ("torch", "numpy", "sympy", "typer", "rich", "prompt-toolkit", "pydantic", "pyyaml", "pygal", "genanki")


@dataclass(frozen=True)
class Examination:
    """Everything that was found. `open_effects`: what a solution could do that it should not; `faults`: what is wrong."""

    versions: dict[str, str]
    devices: tuple[str, ...]
    layers: dict[str, str]
    effects: dict[str, bool]
    files: dict[str, str]
    faults: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; an isolation layer that this machine lacks is said, but is no fault."""
        return not self.faults

    def as_json(self) -> dict[str, Any]:
        """All keys always there."""
        return {
            "schema": 1,
            "versions": self.versions,
            "devices": list(self.devices),
            "layers": self.layers,
            "effects": {name: "open" if is_open else "blocked" for name, is_open in self.effects.items()},
            "files": self.files,
            "faults": list(self.faults),
        }

    def lines(self) -> list[str]:
        """For a person; what follows a label begins in column LABEL."""
        lines = ["versions  " + ", ".join(f"{name} {number}" for name, number in self.versions.items())]
        lines += ["devices   " + ", ".join(self.devices)]
        lines += ["isolation " + ", ".join(f"{name}: {state}" for name, state in self.layers.items())]
        for name, is_open in self.effects.items():
            lines.append(f"  {'!' if is_open else ' '} a solution {'CAN' if is_open else 'cannot'} {name}")
        files = self.files | {"home": path_in_words(self.files["home"])}
        lines += [f"{name:<9} {state}" for name, state in files.items()]
        lines += [f"fault     {fault}" for fault in self.faults]
        return [*lines, "All is well." if self.ok else f"{counted(len(self.faults), 'fault')}."]


def examine(world: World) -> Examination:
    """Look at everything; one fault does not hide another."""
    faults: list[str] = []
    versions = {"interview": __version__, "python": platform.python_version(), "system": platform.platform()}
    for name in PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            faults.append(f"{name} isn't installed")
    files = _files(world, faults)
    devices, layers, effects = _grading(world, faults)
    return Examination(versions, devices, layers, effects, files, tuple(faults))


def _files(world: World, faults: list[str]) -> dict[str, str]:
    from interview_cli.store.verification import verify

    found = {"home": str(world.home.root)}
    try:
        found["bank"] = f"{len(world.bank.items)} items, {len(world.landed)} problems with references"
    except InterviewError as error:
        faults.append(error.message)
    try:
        if world.home.log.exists():
            verified = verify(world.home.log)
            found["log"] = counted(verified.events, "event")
            faults.extend(verified.faults)
        else:
            found["log"] = "none yet"
    except InterviewError as error:
        faults.append(error.message)
    faults.extend(refusals(world.home.root))
    faults.extend(
        f"{path_in_words(folder)} is a file, but it should be a folder: move it away"
        for folder in world.home.folders
        if folder.exists() and not folder.is_dir()
    )
    try:
        _ = world.config
    except InterviewError as error:
        faults.append(error.message)
    return found


def refusals(home: Path) -> list[str]:
    """Why nothing can be written into the home folder, or where it will be made; empty where it can."""
    place = next(folder for folder in (home, *home.parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=place) as tried:
            tried.write(bytes(TRIED_BYTES))
    except OSError as error:
        return [f"{place} can't be written: {error.strerror}"]
    return []


def _grading(world: World, faults: list[str]) -> tuple[tuple[str, ...], dict[str, str], dict[str, bool]]:
    """Devices, layers and effects as a confined process found them; asked of a fresh process, since it imports torch."""
    import subprocess

    from interview_cli.grading.confinement.surroundings import clean_environment

    command = [sys.executable, "-I", "-m", "interview_cli.grading.host.probe"]
    try:
        done = subprocess.run(
            command, env=clean_environment(world.environment), capture_output=True, timeout=120, check=False, text=True
        )
        answer = json.loads(done.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        faults.append("the grading process doesn't start: try pip install --force-reinstall torch")
        return (), {}, {}
    return tuple(answer["devices"]), answer["layers"], answer["effects"]
