"""The logs that questions show are those of the projects' runs: their numbers are computed anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from reference_impls.projects import index
from reference_impls.projects.logs import columns_of, curves, log_of, shown_rows
from tests.packaged import packaged

ITEM = re.compile(rf"q\d\d-log-({'|'.join(index.names())})-(.+)")
SAMPLE = ("q09-log-ddpm-points-mean-before-square",)
ROUNDING = 1e-4
"""What is smaller is rounding, another on every machine."""


BANK = packaged()


def log_items() -> dict[str, tuple[str, str]]:
    """Project and mistake of each question that shows a log, by its id."""
    matches = {item_id: ITEM.fullmatch(item_id) for item_id in BANK.items}
    return {item_id: (match[1], match[2]) for item_id, match in matches.items() if match}


ITEMS = log_items()


def shown_log(item_id: str) -> str:
    """What stands in the only fence of the question."""
    (block,) = re.findall(r"```text\n(.*?)```", BANK.items[item_id].prompt, re.DOTALL)
    return str(block)


def shown_table(item_id: str) -> list[list[float]]:
    """The numbers of the table, row by row."""
    table, _, _ = shown_log(item_id).partition("\n\n")
    return [[float(cell) for cell in line.split()] for line in table.splitlines()[1:]]


def close(shown: float, computed: float) -> bool:
    """Equal but for what another processor changes in a short run."""
    both_rounding = abs(shown) < ROUNDING and abs(computed) < ROUNDING
    return both_rounding or computed == pytest.approx(shown, rel=0.15, abs=0.06)


def recomputed(item_id: str) -> list[list[float]]:
    name, slip = ITEMS[item_id]
    columns = columns_of(name, slip)
    logs = [shown_rows(log_of(name, mistake), columns[0]) for mistake in (None, slip)]
    return [[pair[0]["step"], *(row[column] for row in pair for column in columns)] for pair in zip(*logs, strict=True)]


def differences(shown: Sequence[Sequence[float]], computed: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    pairs = [pair for rows in zip(shown, computed, strict=True) for pair in zip(*rows, strict=True)]
    return [(one, other) for one, other in pairs if not close(one, other)]


def test_there_are_forty_questions_on_all_projects() -> None:
    assert len(ITEMS) >= 40
    assert {name for name, _ in ITEMS.values()} == set(index.names())


@pytest.mark.parametrize("item_id", ITEMS)
def test_the_curves_are_those_of_the_table(item_id: str) -> None:
    name, slip = ITEMS[item_id]
    columns = columns_of(name, slip)
    table, _, drawn = shown_log(item_id).partition("\n\n")
    head = [f"{column} {mark}" for mark in "ox" for column in columns]
    assert table.splitlines()[0].split() == " ".join(["step", *head]).split()
    rows = shown_table(item_id)
    sound, other = ([row[at] for row in rows] for at in (1, 1 + len(columns)))
    assert drawn.rstrip("\n").splitlines() == curves(columns[0], sound, other)


@pytest.mark.parametrize("item_id", SAMPLE)
def test_the_numbers_of_a_sample_are_those_of_the_runs(item_id: str) -> None:
    assert differences(shown_table(item_id), recomputed(item_id)) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("item_id", ITEMS)
def test_the_numbers_are_those_of_the_runs(item_id: str) -> None:
    assert differences(shown_table(item_id), recomputed(item_id)) == []
