"""A small bank on disk for tests: three concepts, two problems, one core entry, and section files as given."""

from __future__ import annotations

from pathlib import Path

CONCEPTS = """\
concepts:
- {id: s07-scale, section: 7, title: Scale, beyond: false, points: 2, machine: true}
- {id: s07-mask, section: 7, title: Mask, beyond: false, points: 2, machine: true}
- {id: s09-tweedie, section: 9, title: Tweedie, beyond: true, points: 3, machine: true}
"""
CATALOG = """\
problems:
- {id: attention, section: 7, level: 1, minutes: 10, entry: "attention(q, k)", spec: Scaled.}
- {id: ddim-step, section: 12, level: 1, minutes: 10, entry: "ddim_step(x)", spec: One step.}
"""
NIGHT_BEFORE = """\
entries:
- {id: scale, title: Scale, drill: Say why., concepts: [s07-scale]}
"""
REGISTRIES = {"concepts.yaml": CONCEPTS, "catalog.yaml": CATALOG, "night_before.yaml": NIGHT_BEFORE}


def write_files(root: Path, files: dict[str, str]) -> Path:
    """The folder, with these files in it, by path."""
    root.mkdir(exist_ok=True)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def write_bank(root: Path, files: dict[str, str]) -> Path:
    """A bank with the registries above (a file of the same name replaces one) and these files."""
    return write_files(root, REGISTRIES | files)
