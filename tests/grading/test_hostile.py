"""No file of `hostile/` passes, harms, hangs or stays: each ends as its first line says, for root and for other users."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome
from interview_cli.grading.confinement import lockdown
from interview_cli.grading.host.client import GradingClient, Options
from tests.grading.attacks import (
    ATTACKS,
    DEFENCES,
    FAMILIES,
    Attack,
    adopting_orphans,
    complaints,
    first_of_each_kind,
)
from tests.grading.people import command_of, printed

pytestmark = pytest.mark.skipif(not lockdown.LINUX, reason="what confines a file elsewhere is not complete")

AHEAD = 8
"""So many files are graded by one judge, of those under one limit: to start its candidates takes as long as many a grade."""
EXPLAINED_ANYHOW = 5
"""Why it is wrong is asked of one file in so many, and of all by `--exhaustive`: it takes as long as all the rest."""
BY_NAME = sorted(attack.name for attack in ATTACKS)


@pytest.fixture(scope="module")
def client(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """A client of its own: each file sets the limit that it is graded under. Little is looked for, in all that are wrong."""
    client = GradingClient(catalogue, os.environ, Options(ahead=AHEAD, pair_seconds=0.1, repair_seconds=0.1))
    with adopting_orphans():
        yield client
        client.close()


def cases() -> list[Any]:
    """All files; of those that are alike only the first in a usual run."""
    usual = first_of_each_kind()
    return [
        pytest.param(attack, id=attack.name, marks=[] if attack.name in usual else [pytest.mark.exhaustive])
        for attack in ATTACKS
    ]


@pytest.mark.parametrize("attack", cases())
def test_a_hostile_file_neither_passes_nor_harms_nor_stays(
    attack: Attack, client: GradingClient, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    is_explained = request.config.getoption("--exhaustive") or BY_NAME.index(attack.name) % EXPLAINED_ANYHOW == 0
    client.options = replace(client.options, explain=is_explained)
    assert complaints(attack, client, tmp_path) == []


@pytest.mark.exhaustive
def test_no_hostile_file_passes_harms_or_stays_for_an_ordinary_user(tmp_path: Path) -> None:
    """Who has none of root's rights."""
    if os.getuid() != 0:
        pytest.skip("the other test runs as an ordinary user")
    command = command_of("ordinary user", tmp_path)
    found: dict[str, list[str]] = printed(command, "from tests.grading.attacks import main\nmain()", None, 500)
    assert len(found) == len(ATTACKS)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_file_says_what_it_is() -> None:
    """Family, outcomes and defences are known words, no file may pass, and every family has several."""
    outcomes = {outcome.value for outcome in Outcome} - {"pass", "invalid"}
    for attack in ATTACKS:
        assert attack.name.split("_")[0] in attack.family.replace("spies", "spies gradients").replace(
            " verdicts", ""
        ), attack
        assert attack.expect <= outcomes, attack.name
        assert set(attack.stopped_by) <= set(DEFENCES), attack.name
        assert len(attack.attempts) > 10, attack.name
    families = Counter(attack.family for attack in ATTACKS)
    assert set(families) == set(FAMILIES)
    assert min(families.values()) >= 8
    assert len({attack.attempts for attack in ATTACKS}) == len(ATTACKS) >= 200


def test_every_defence_is_attacked() -> None:
    """But for those whose absence only `what_each_layer_stops` can show."""
    shown_elsewhere = {"death-with-parent", "namespaces", "no-new-privileges"}
    assert {defence for attack in ATTACKS for defence in attack.stopped_by} == set(DEFENCES) - shown_elsewhere
