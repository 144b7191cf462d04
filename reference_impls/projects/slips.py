"""Mistakes that can be planted in a project: how `slips.yaml` tells them. Standard library and yaml only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reference_impls.slips import Edit

KINDS = ("shape", "sign", "axis", "scale", "mask", "detach", "off-by-one", "dtype", "state", "data", "order", "seed")
"""What goes wrong: see README.md."""

Sources = Mapping[str, str]
"""Texts by file name."""


@dataclass(frozen=True, slots=True)
class ProjectSlip:
    """A mistake in one file of a project.

    `does` and `should` tell it, `shows` says what the training run then looks like, and `find` how to track it down.
    `symptom` is what `shows` claims, in numbers: metrics of the project's `measure`, each with its lowest and highest value.
    """

    name: str
    kind: str
    does: str
    should: str
    shows: str
    find: str
    file: str
    edit: Edit
    symptom: Mapping[str, tuple[float, float]]

    def is_shown_by(self, metrics: Mapping[str, float]) -> bool:
        """Whether a run with these metrics looks as `shows` says."""
        return all(low <= metrics[name] <= high for name, (low, high) in self.symptom.items())


def planted(slips: Sequence[ProjectSlip], sources: Sources) -> dict[str, str]:
    """The files with all these mistakes in them. Raises: ValueError unless each has a place of its own."""
    files = dict(sources)
    for name in {slip.file for slip in slips}:
        files[name] = _edited([slip for slip in slips if slip.file == name], sources.get(name, ""))
    return files


def line_of(slip: ProjectSlip, sources: Sources) -> int:
    """The first line that the mistake changes, counted from 1 in the sound file."""
    return sources[slip.file][: _place(slip, sources[slip.file])].count("\n") + 1


def _edited(slips: Sequence[ProjectSlip], text: str) -> str:
    parts, at = list[str](), 0
    for slip in sorted(slips, key=lambda slip: _place(slip, text)):
        place = _place(slip, text)
        if place < at:
            raise ValueError(f"slip {slip.name} changes what another one changes")
        parts += [text[at:place], slip.edit.instead]
        at = place + len(slip.edit.replace)
    return "".join([*parts, text[at:]])


def _place(slip: ProjectSlip, text: str) -> int:
    times = text.count(slip.edit.replace)
    if times != 1:
        raise ValueError(f"slip {slip.name}: {slip.edit.replace!r} stands {times} times in {slip.file}")
    return text.index(slip.edit.replace)


def read_project_slips(folder: Path) -> tuple[ProjectSlip, ...]:
    """The slips of the project in this folder. Raises: ValueError for an entry in another form."""
    entries = yaml.load((folder / "slips.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(_slip(entry) for entry in entries)


def _slip(entry: Mapping[str, Any]) -> ProjectSlip:
    match dict(entry):
        case {"edit": {"replace": str(replace), "with": str(instead), **others}, "symptom": dict(symptom), **rest} if (
            not others and rest.get("kind") in KINDS
        ):
            ranges = {str(metric): (float(low), float(high)) for metric, (low, high) in symptom.items()}
            texts = {key: str(value).strip() for key, value in rest.items()}
            return ProjectSlip(edit=Edit(replace, instead), symptom=ranges, **texts)
        case _:
            raise ValueError(f"a project's slip needs a kind, an edit (replace, with) and a symptom: {entry}")
