"""What the documents say is true: pages made from the program are current, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from docs.make_commands import PAGE, page
from docs.make_session import PICTURE, picture, session, words
from interview_cli.cli.commands import MODULES
from interview_cli.cli.main import app

ROOT = Path(__file__).parents[2]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WORDS_A_MINUTE = 500
"""So many words of tables, commands and sentences a person skims in a minute."""


def test_the_reference_of_commands_is_what_the_program_says() -> None:
    """`python -m docs.make_commands` makes it anew."""
    assert page() == PAGE.read_text(encoding="utf-8"), "run: python -m docs.make_commands"


def without_decimals(text: str) -> str:
    """Another build of torch may differ in the last digit."""
    return re.sub(r"-?\d+\.\d{3,}(e-?\d+)?", "N", text)


@pytest.mark.xdist_group("pty")
def test_the_picture_of_a_session_is_what_the_program_shows() -> None:
    """`python -m docs.make_session` draws it anew."""
    drawn = PICTURE.read_text(encoding="utf-8")
    shown = without_decimals(words(picture(session())))
    assert without_decimals(words(drawn)) == shown, "run: python -m docs.make_session"
    assert not {"@font-face", "url(http", "href", "<script"} & set(
        re.findall(r"@font-face|url\(http|href|<script", drawn)
    )


def test_the_readme_takes_a_minute() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").split()) <= WORDS_A_MINUTE


def test_the_numbers_of_the_readme_hold() -> None:
    """Of known mistakes, correct solutions and hostile files there are as many as it says, or more."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = ROOT / "reference_impls"
    slips = [file.read_text(encoding="utf-8") for file in pages.glob("*/*/slips.yaml")]
    there = {
        "known mistakes": sum(len(re.findall(r"^- name: ", each, re.MULTILINE)) for each in slips),
        "correct solutions": len(list(pages.glob("*/*/right/*.py"))),
        "hostile files": len(list((ROOT / "tests/grading/hostile").glob("*.py"))),
    }
    for what, number in there.items():
        said = re.search(rf"([\d,]+) {what}", text)
        assert said is not None, what
        assert int(said[1].replace(",", "")) <= number, what


def test_every_command_is_explained_outside_of_the_reference() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in DOCS if file != PAGE)
    assert [name for name in MODULES if f"interview {name}" not in text and name not in ("check", "help")] == []


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_links_lead_to_files_and_headings_that_are_there(file: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8")):
        path, _, heading = target.partition("#")
        if "://" in path:
            continue
        linked = file.parent / path if path else file
        assert linked.exists(), target
        assert not heading or heading in headings(linked), target


def headings(file: Path) -> set[str]:
    """The names under which a page's headings can be linked."""
    found = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in found}


def typed_commands(text: str) -> Iterator[str]:
    """Lines of code and pieces of it that begin with the program's name."""
    for code in re.findall(r"```\n(.*?)```", text, re.DOTALL):
        for line in code.splitlines():
            yield from (
                part.strip() for part in line.split("#")[0].split("&&") if part.strip().startswith("interview ")
            )
    yield from re.findall(r"`(interview [^`]+)`", text)


@pytest.mark.parametrize("file", [file for file in DOCS if file != PAGE], ids=lambda file: file.name)
def test_commands_in_the_documents_are_ones_that_the_program_has(file: Path) -> None:
    """Names of commands and options; what they are given is up to the reader."""
    for line in typed_commands(file.read_text(encoding="utf-8")):
        given = shlex.split(line.split(" > ")[0].split(" | ")[0])[1:]
        command: Any = get_command(app)
        options = {"--help"} | {option for param in command.params for option in param.opts}
        for word in given:
            if word.startswith("-") and word != "-":
                assert word in options, line
            elif isinstance(command, TyperGroup) and word in command.commands:
                command = command.commands[word]
                options |= {option for param in command.params for option in param.opts}
        assert given[0].startswith("-") or given[0] in MODULES, line
