"""Answers as people type them, through the same marking as `interview check`: none wrongly accepted or refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Formula
from interview_cli.domain.marking import mark

ENTRIES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("typed_formulas.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
MARKS = {"right": Mark.RIGHT, "wrong": Mark.WRONG, "ask": Mark.UNREADABLE}


def test_every_name_is_its_own() -> None:
    assert len({entry["name"] for entry in ENTRIES}) == len(ENTRIES)


@cache
def item_of(name: str) -> Formula:
    entry = next(entry for entry in ENTRIES if entry["name"] == name)
    return Formula(
        id=f"q01-{name}",
        kind="formula",
        concepts=("s01-typed",),
        prompt="Write it.",
        symbols=entry["symbols"],
        answer=entry["answer"],
    )


@pytest.mark.parametrize("name", [entry["name"] for entry in ENTRIES])
def test_every_answer_is_marked_as_its_author_labelled_it(name: str) -> None:
    entry = next(entry for entry in ENTRIES if entry["name"] == name)
    labelled = {answer: MARKS[label] for label in MARKS for answer in entry.get(label, ())}
    assert {answer: mark(item_of(name), answer, seed=0).mark for answer in labelled} == labelled


@pytest.mark.parametrize("name", [entry["name"] for entry in ENTRIES])
def test_what_an_answer_is_read_as_is_marked_alike(name: str) -> None:
    """'I read this as ...' is a formula that the same person could have typed."""
    entry = next(entry for entry in ENTRIES if entry["name"] == name)
    for answer in (*entry["right"], *entry["wrong"]):
        marked = mark(item_of(name), answer, seed=0)
        assert mark(item_of(name), str(marked.read_as), seed=0).mark is marked.mark, marked.read_as
