"""The list of pages in the README: `python -m reference_impls.contents` writes it anew from the catalogue."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import yaml

from reference_impls import index

README = index.FOLDER / "README.md"
CATALOG = index.FOLDER.parent / "question_bank/catalog.yaml"
HEADING = "## The pages, by section\n"
WIDTH = 128


def with_contents(readme: str, catalog: Path = CATALOG) -> str:
    """The README with a list of all pages at its end, under the heading."""
    text, _, _ = readme.partition(HEADING)
    return f"{text}{HEADING}\n{contents(catalog)}"


def contents(catalog: Path) -> str:
    """A line for each section that has pages, in the catalogue's order."""
    sections: dict[int, list[str]] = {}
    for entry in yaml.load(catalog.read_text(encoding="utf-8"), yaml.CSafeLoader)["problems"]:
        folder = index.folder_of(entry["id"])
        if folder is not None:
            link = f"[{entry['id']}]({folder.parent.name}/{folder.name}/reference.py)"
            sections.setdefault(entry["section"], []).append(link)
    names = {int(folder.name[:2]): folder.name[3:] for folder in catalog.parent.glob("[0-9][0-9]-*")}
    lines = (f"- {number} {names[number]}: {', '.join(links)}" for number, links in sorted(sections.items()))
    wrapper = textwrap.TextWrapper(WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return "".join(f"{wrapper.fill(line)}\n" for line in lines)


def main() -> int:
    """Write the README."""
    README.write_text(with_contents(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
