"""A new problem to write over: `python -m reference_impls.new ID [TOPIC]` makes its folder and its entry in the bank.

What the catalogue fixes is there (signature, defaults, level, minutes); what only an author knows is marked WRITE. The
folder does not prove until that is done: `python -m tests --problem ID` says what is missing.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reference_impls import contents, index

BANK = index.FOLDER.parent / "question_bank"


@dataclass(frozen=True, slots=True)
class Entry:
    """A function or class that the problem asks for, and its parameters as the catalogue writes them."""

    name: str
    parameters: str
    is_class: bool

    @classmethod
    def of(cls, text: str) -> Entry:
        """From `ema(decay=0.999)` or `class EMA(model)`. Raises: SyntaxError."""
        plain = text.strip().removeprefix("class ")
        definition = ast.parse(f"def {plain}: ...").body[0]
        assert isinstance(definition, ast.FunctionDef)
        return cls(definition.name, ast.unparse(definition.args), plain != text.strip())

    @property
    def stub(self) -> str:
        """What stands in the page at first."""
        if self.is_class:
            parameters = f", {self.parameters}" if self.parameters else ""
            init = f"    def __init__(self{parameters}):\n        raise NotImplementedError\n"
            return f'class {self.name}:\n    """WRITE."""\n\n{init}'
        return (
            f'def {self.name}({self.parameters}):\n    """WRITE: what it returns."""\n    raise NotImplementedError\n'
        )


def entries_of(problem: Mapping[str, Any]) -> list[Entry]:
    """All that the problem asks for, in the catalogue's order."""
    return [Entry.of(text) for text in problem["entry"].split(" and ")]


def files(problem: Mapping[str, Any], topic: str) -> Iterator[tuple[str, str]]:
    """Path inside the folder and text of each file."""
    entries, name = entries_of(problem), problem["id"].replace("-", "_")
    names = ", ".join(entry.name for entry in entries)
    page = f"reference_impls.{topic}.{name}.reference"
    stubs = "\n\n".join(entry.stub for entry in entries)
    yield "__init__.py", ""
    yield (
        "reference.py",
        f'"""WRITE: what is computed (author, year, arXiv id, equation).\n\n{spec_lines(problem)}\n"""\n\n\n{stubs}',
    )
    differentiable = problem.get("grad", True)
    yield (
        "judging.py",
        f'''"""How answers to `{problem["id"]}` are judged."""

from collections.abc import Iterator

from {page} import {names}
from reference_impls.problem import Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("WRITE: the smallest one", (draw.normal(2, 3),))


PROBLEM = Problem(
    id="{problem["id"]}",
    entries=({names},),
    cases=cases,
{"" if differentiable else "    grad=False,"}
)
'''.replace("\n\n)", "\n)"),
    )
    yield (
        "slips.yaml",
        "- name: write\n  does: Your code WRITE.\n  should: It should WRITE.\n  edit:\n    replace: WRITE\n    with: WRITE\n",
    )
    yield "right/another_style.py", stubs
    yield "wrong/write.py", f"# slip: write\n{stubs}"
    yield (
        f"test_{name}.py",
        f'"""The page beside WRITE: another implementation, brute force or an identity."""\n\nfrom {page} import {names}\n\n\n'
        f"def test_the_page_agrees_with_an_oracle() -> None:\n    assert {entries[0].name} is None  # WRITE\n",
    )


def spec_lines(problem: Mapping[str, Any]) -> str:
    """What the catalogue fixes, for the author's eye: the page says it in its own words."""
    words, lines, line = problem["spec"].split(), [], ""
    for word in words:
        if len(line) + len(word) > 120:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line]).replace("\\", "\\\\")


def bank_entry(problem: Mapping[str, Any], concept: str) -> str:
    """The item of the bank, which loads as it is; to be moved to the `code-*.yaml` where its like stand."""
    calls = " and ".join(f"`{text.strip()}`" for text in problem["entry"].split(" and "))
    return f"""\
- id: {problem["id"]}
  kind: code
  concepts: [{concept}]  # WRITE: what it teaches, one to three ids of concepts.yaml
  covers: [0]  # WRITE: which key points of the first one; its other questions say what these are
  title: WRITE
  level: {problem["level"]}
  minutes: {problem["minutes"]}
  prompt: |
    Write {calls}: WRITE, as an interviewer would put it.

    WRITE every convention that the catalogue's spec holds: shapes, axes, edge cases. Give nothing away.
  hints: [WRITE, WRITE, WRITE]
  cost: WRITE
  why: WRITE
  sources: [WRITE]
"""


def usual_topic(problem: Mapping[str, Any], problems: list[Mapping[str, Any]]) -> str:
    """The topic in which most problems of the section lie. Raises: SystemExit where there is none yet."""
    folders = (index.folder_of(other["id"]) for other in problems if other["section"] == problem["section"])
    topics = Counter(folder.parent.name for folder in folders if folder is not None)
    if not topics:
        raise SystemExit(f"no problem of section {problem['section']} has a folder yet: name a topic")
    return topics.most_common(1)[0][0]


def likely_concept(problem: Mapping[str, Any], bank: Path) -> str:
    """The concept of the section whose id has most of the problem's words, the first word before the others."""
    registry = yaml.load((bank / "concepts.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["concepts"]
    ids = [str(concept["id"]) for concept in registry if concept["section"] == problem["section"]]
    words = problem["id"].split("-")
    return max(ids, key=lambda concept: (sum(word in concept for word in words), [word in concept for word in words]))


def where_its_like_stand(section: int, bank: Path) -> list[str]:
    """Files of the section with coding problems, those with most first."""
    (folder,) = bank.glob(f"{section:02}-*/")
    counts = Counter(
        {path.name: path.read_text(encoding="utf-8").count("kind: code\n") for path in folder.glob("*.yaml")}
    )
    return [name for name, count in counts.most_common() if count]


def write(problem: Mapping[str, Any], topic: str, pages: Path = index.FOLDER, bank: Path = BANK) -> tuple[Path, Path]:
    """Make the folder and the entry; where they are. Raises: SystemExit if the folder is there."""
    folder = pages / topic / problem["id"].replace("-", "_")
    if folder.exists():
        raise SystemExit(f"{folder} is there already")
    for name, text in files(problem, topic):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (section,) = bank.glob(f"{problem['section']:02}-*/")
    item = section / f"code-{problem['id']}.yaml"
    entry = bank_entry(problem, likely_concept(problem, bank))
    item.write_text(f"section: {problem['section']}\nitems:\n{entry}", encoding="utf-8")
    return folder, item


def main(arguments: list[str]) -> int:
    """Make what can be derived, and say what to do next."""
    parser = argparse.ArgumentParser(prog="python -m reference_impls.new", description=__doc__)
    parser.add_argument("id", help="an id of question_bank/catalog.yaml")
    parser.add_argument(
        "topic", nargs="?", help="the folder it goes to; if left out, that of most problems of its section"
    )
    chosen = parser.parse_args(arguments)
    problems = yaml.load(contents.CATALOG.read_text(encoding="utf-8"), yaml.CSafeLoader)["problems"]
    problem = next((each for each in problems if each["id"] == chosen.id), None)
    if problem is None:
        raise SystemExit(f"no problem {chosen.id!r} in {contents.CATALOG.name}")
    others = where_its_like_stand(problem["section"], BANK)
    folder, item = write(problem, chosen.topic or usual_topic(problem, problems))
    here = index.FOLDER.parent
    print(
        f"{folder.relative_to(here)}/  write reference.py first, then cases, slips, right and wrong files, the oracle"
    )
    print(
        f"{item.relative_to(here)}  the statement and its hints; its like stand in {', '.join(others) or 'no file yet'}"
    )
    print("then: python -m reference_impls.contents")
    print(f"      python -m tests --problem {chosen.id}")
    print(f"      python -m tests.grading.mutants {chosen.id}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
