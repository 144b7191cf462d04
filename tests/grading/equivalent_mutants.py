"""Changes of the reference pages that compute the same on all that a problem's statement allows, and why.

A problem's `mutants.yaml` lists them, each as the harness writes it, under the reason for which it computes the same.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

import yaml

from reference_impls import index

DEVICE = re.compile(r", device=[\w.]+")
ON_THE_CPU = "a grade runs on the CPU, where new tensors are made anyway"


@functools.cache
def equivalent(problem: str) -> Mapping[str, Sequence[str]]:
    """The changes by reason; none where the problem has no such file."""
    folder = index.folder_of(problem)
    if folder is None or not (folder / "mutants.yaml").is_file():
        return {}
    entries = yaml.load((folder / "mutants.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {entry["why"]: entry["changes"] for entry in entries}


def why_the_same(problem: str, change: str) -> str | None:
    """The reason why a changed page computes the same, if it is one that somebody has understood."""
    old, _, new = change.partition(" -> ")
    if new == DEVICE.sub("", old) != old:
        return ON_THE_CPU
    return next((why for why, changes in equivalent(problem).items() if change in changes), None)
