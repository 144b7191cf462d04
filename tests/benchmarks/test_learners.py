"""The simulated learners: what the worlds have in common, what the baselines do, and that planning for the day pays."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from statistics import fmean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.learners.bound import Plans, bound, lattice_of
from benchmarks.learners.policies import (
    BASELINES,
    FsrsPolicy,
    LeitnerPolicy,
    MakePolicy,
    OrderedFsrsPolicy,
    PlannerPolicy,
    Sm2Policy,
)
from benchmarks.learners.simulation import Outcome, prepare
from benchmarks.learners.syllabus import made_up_bank, minutes_of
from benchmarks.learners.table import POLICIES, Cell, closed, forecast_error, gain, least_error, lines
from benchmarks.learners.worlds import (
    EFFORT_MISSED,
    EFFORT_RECALLED,
    FIRST_SHARES,
    LATER_SHARES,
    LEARNED,
    PLAUSIBLE,
    STRESS,
    WORLDS,
    Person,
)
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.recall import Forecast
from tests.fakes import MONDAY_MORNING, bank_of, code, question

LAB = Interview("lab", MONDAY_MORNING.date())


@settings(max_examples=30, deadline=None)
@given(
    world=st.sampled_from(sorted(set(WORLDS) - {LEARNED})),
    seed=st.integers(0, 50),
    gaps=st.lists(st.integers(1, 9), max_size=6),
)
def test_in_every_world_memory_fades_and_only_what_was_seen_is_known(world: str, seed: int, gaps: list[int]) -> None:
    person, twin = WORLDS[world](seed, 3), WORLDS[world](seed, 3)
    assert person.recall(0, 5) == 0
    day = 0
    for gap in [0, *gaps]:
        day += gap
        assert person.look(0, day) == twin.look(0, day)
    fading = [person.recall(0, day + later) for later in range(0, 40, 4)]
    assert all(0 <= recall <= 1 for recall in fading)
    assert fading == sorted(fading, reverse=True)
    assert person.recall(1, day) == 0


def test_only_in_the_world_of_kin_an_item_is_known_by_another_of_its_concept() -> None:
    bank = bank_of(question("q05-a", "s05-x"), question("q05-b", "s05-x"), question("q05-c"))
    for world, make in WORLDS.items():
        person = make(7, 3)
        person.meets(bank)
        person.look(0, 0)
        if world != LEARNED:
            assert (person.recall(1, 1) > 0) == (world == "kin")
            assert person.recall(2, 1) == 0


def test_only_who_has_learned_before_knows_what_was_never_looked_at_and_finds_just_that_known() -> None:
    for world, make in WORLDS.items():
        person = make(3, 60)
        known = {item for item in range(60) if person.recall(item, 5)}
        assert (10 <= len(known) <= 40) if world == LEARNED else not known
        if world == LEARNED:
            assert {item for item in range(60) if person.look(item, 5).was_recalled} == known


@pytest.mark.parametrize(("world", "chance"), [("erratic", 0.12), (STRESS, 0.08), ("fsrs", 0.0)])
def test_who_guesses_answers_what_was_looked_at_and_is_forgotten(world: str, chance: float) -> None:
    person = WORLDS[world](1, 2)
    person.look(0, 0)
    recall = person.recall(0, 9)
    assert person.answers(0, 9) == pytest.approx(chance + (1 - 2 * chance) * recall)
    assert person.answers(1, 9) == person.recall(1, 9) == 0


@pytest.mark.parametrize(("world", "missed"), [("busy", 0.3), (STRESS, 0.2), ("fsrs", 0.0)])
def test_who_is_busy_misses_days(world: str, missed: float) -> None:
    person = WORLDS[world](1, 1)
    assert fmean(person.is_away(day) for day in range(400)) == pytest.approx(missed, abs=0.06)


def test_the_ordered_baseline_differs_from_the_plain_one_in_what_is_new_only() -> None:
    bank = made_up_bank(3, 60)
    plain, ordered = (make(bank, 3, LAB) for make in (FsrsPolicy, OrderedFsrsPolicy))
    assert set(plain.order(0, 30)) == set(ordered.order(0, 30))
    assert list(plain.order(0, 30)) != list(ordered.order(0, 30))
    for item in list(bank.items)[:9]:
        for policy in (plain, ordered):
            policy.told(item, 0, Rating.GOOD, 30)
    assert list(plain.order(9, 30))[:9] == list(ordered.order(9, 30))[:9]


@pytest.mark.parametrize("world", sorted(PLAUSIBLE))
def test_in_plausible_worlds_spaced_looks_are_worth_more_than_one(world: str) -> None:
    once, spaced = ([WORLDS[world](seed, 1) for seed in range(40)] for _ in range(2))
    for person in once:
        person.look(0, 9)
    for person in spaced:
        for day in (0, 3, 9):
            person.look(0, day)
    assert fmean(person.recall(0, 16) for person in spaced) > fmean(person.recall(0, 16) for person in once)


def test_luck_depends_on_the_person_the_item_and_the_look_only() -> None:
    """Another order of items changes nobody's luck, so that policies can be compared person by person."""
    first, second = WORLDS["fsrs"](7, 4), WORLDS["fsrs"](7, 4)
    looks = {item: first.look(item, 0) for item in (0, 1, 2, 3)}
    assert {item: second.look(item, 0) for item in (3, 1, 0, 2)} == looks


@pytest.mark.parametrize(
    ("policy", "ratings", "gaps"),
    [
        (Sm2Policy, [Rating.GOOD] * 4, [1, 6, 15, 38]),
        (Sm2Policy, [Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.GOOD], [1, 6, 1, 1]),
        (LeitnerPolicy, [Rating.GOOD] * 6, [1, 2, 4, 8, 16, 16]),
        (LeitnerPolicy, [Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY], [1, 2, 1, 2]),
        (FsrsPolicy, [Rating.EASY], [8]),
    ],
)
def test_the_baselines_wait_as_published(
    policy: type[Sm2Policy | LeitnerPolicy | FsrsPolicy], ratings: list[Rating], gaps: list[int]
) -> None:
    scheduled = policy(bank_of(question("q01-a")), 0, LAB)
    day, waited = 0, []
    for rating in ratings:
        scheduled.told("q01-a", day, rating, 60)
        waited.append(scheduled.due["q01-a"] - day)
        day = scheduled.due["q01-a"]
    assert waited == gaps


def test_the_made_up_bank_is_the_seeds_and_holds_what_the_packaged_one_does() -> None:
    bank = made_up_bank(1, 200)
    assert bank == made_up_bank(1, 200)
    assert bank != made_up_bank(2, 200)
    assert len(bank.items) == 200
    code = [item for item in bank.items.values() if item.kind == "code"]
    assert 5 <= len(code) <= 30 and all(minutes_of(bank, item) >= 5 for item in code)
    assert len(bank.core) > 0 and any(concept.beyond for concept in bank.concepts.values())


def two_days(person: Person, price: float, minutes: float) -> float:
    """The worth of the first item where there are two days: every plan of it, one by one, with nothing asked twice a day."""
    memories, cost = person.memories, price * minutes * person.minutes_of_a_minute

    def held(looks: Sequence[Rating]) -> float:
        """Recall on the third day after a look on each of the first days."""
        copy = deepcopy(memories)
        for day, rating in enumerate(looks):
            copy.study(0, day, rating)
        return copy.recall(0, 2)

    def late(rating: Rating) -> float:
        copy = deepcopy(memories)
        copy.study(0, 1, rating)
        return copy.recall(0, 2)

    def both(first: Rating) -> float:
        copy = deepcopy(memories)
        copy.study(0, 0, first)
        right = copy.recall(0, 1)
        again = right * sum(share * held([first, rating]) for rating, share in LATER_SHARES)
        paid = EFFORT_RECALLED * right + EFFORT_MISSED * (1 - right)
        return again + (1 - right) * held([first, Rating.AGAIN]) - cost * paid

    early = sum(share * max(held([rating]), both(rating)) for rating, share in FIRST_SHARES)
    return max(0.0, early - cost, sum(share * late(rating) for rating, share in FIRST_SHARES) - cost)


@pytest.mark.parametrize("world", ["fsrs", "half-life"])
@pytest.mark.parametrize("price", [0.01, 0.1, 0.4])
def test_an_items_worth_at_a_price_is_that_of_its_best_plan(world: str, price: float) -> None:
    bank = bank_of(code("p", "s07-p", minutes=2))  # code is not asked twice a day
    person = WORLDS[world](4, 1)
    lattice = lattice_of(person, bank, 2)
    assert lattice is not None
    assert Plans.of(lattice, np.full(2, price)).worth[0] == pytest.approx(two_days(person, price, 2), abs=0.01)


@pytest.mark.parametrize("world", ["fsrs", "half-life", STRESS])
def test_no_policy_gets_beyond_the_bound_and_more_minutes_raise_it(world: str) -> None:
    bank = made_up_bank(3, 60)
    person = WORLDS[world](3, 60)
    few, many = bound(person, bank, 8, 6.0), bound(person, bank, 8, 15.0)
    assert few is not None and many is not None
    assert few < many
    for make in (PlannerPolicy, OrderedFsrsPolicy, LeitnerPolicy):
        assert prepare(WORLDS[world](3, 60), bank, make, 3, 8, 6.0, {}).recall <= few + 0.03


@pytest.mark.parametrize("world", ["fsrs", "half-life"])
def test_the_bound_is_lower_than_any_single_price_has_it(world: str) -> None:
    bank = made_up_bank(3, 60)
    person, days, minutes = WORLDS[world](3, 60), 8, 6.0
    lattice = lattice_of(person, bank, days)
    found = bound(person, bank, days, minutes)
    assert lattice is not None and found is not None
    for price in np.geomspace(0.01, 0.5, 12):
        total = price * minutes * days + Plans.of(lattice, np.full(days, price)).worth.sum()
        assert found <= total / 60


@pytest.mark.parametrize("world", ["fsrs", "half-life", STRESS])
def test_a_higher_price_costs_the_plans_the_minutes_that_they_take(world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.learners.bound.DOUBT", 0.002)
    bank = made_up_bank(3, 60)
    lattice = lattice_of(WORLDS[world](3, 60), bank, 8)
    assert lattice is not None
    prices, step = np.full(8, 0.1), 0.002
    dearer, cheaper = (Plans.of(lattice, prices + change).worth.sum() for change in (step, -step))
    taken = Plans.of(lattice, prices).minutes()
    assert taken.sum() == pytest.approx((cheaper - dearer) / (2 * step), rel=0.1)
    assert taken.min() >= 0


def test_worlds_without_a_small_state_have_no_bound() -> None:
    bank = made_up_bank(3, 20)
    assert [world for world in WORLDS if bound(WORLDS[world](1, 20), bank, 2, 5.0) is None] == ["power", "kin", LEARNED]


def prepared(world: str, make: MakePolicy, bank: Bank, weights: dict[int, float] | None = None) -> Outcome:
    return prepare(WORLDS[world](3, len(bank.items)), bank, make, 3, 15, 12.0, weights or {})


def test_planning_for_the_day_beats_a_fixed_retention_in_every_plausible_world() -> None:
    bank = made_up_bank(3, 120)
    results = {
        (name, Cell(world, 12.0, 15), 3): prepared(world, make, bank)
        for world in PLAUSIBLE
        for name, make in (("planner", PlannerPolicy), ("FSRS .90", BASELINES["FSRS .90"]))
    }
    found = gain(results, "planner", list(PLAUSIBLE), "recall")
    assert found.mean >= 3
    assert found.lowest >= -0.5
    assert fmean(forecast_error(results, world) for world in PLAUSIBLE) <= 4


def test_where_concepts_carry_over_the_forecast_is_the_better_for_knowing_it_and_elsewhere_no_worse() -> None:
    people = [
        prepare(WORLDS["kin"](seed, 200), made_up_bank(seed, 200), PlannerPolicy, seed, 30, 15.0, {})
        for seed in (2, 3, 4)
    ]
    knowing = [abs((one.foreseen or 0) - one.recall) for one in people]
    not_knowing = [abs((one.foreseen_alone or 0) - one.recall) for one in people]
    assert fmean(knowing) < fmean(not_knowing)
    alone = prepare(WORLDS["half-life"](2, 200), made_up_bank(2, 200), PlannerPolicy, 2, 30, 15.0, {})
    assert alone.foreseen == alone.foreseen_alone is not None


def test_the_weights_of_a_role_are_worth_more_than_the_day_alone() -> None:
    bank = made_up_bank(3, 120)
    weights = {section: 4.0 if section in (7, 9, 14, 17) else 0.5 for section in range(24)}
    weighted = prepared("power", PlannerPolicy, bank, weights)
    reference = prepared("power", BASELINES["FSRS .90"], bank, weights)
    assert weighted.weighted - reference.weighted >= 0.08
    assert weighted.weighted > weighted.recall


def test_the_gain_is_of_the_same_people_and_its_lowest_cell_shows() -> None:
    easy, hard = Cell("fsrs", 20, 30), Cell("power", 20, 30)
    known = {("planner", easy): (0.5, 0.7), ("planner", hard): (0.4, 0.4), ("FSRS .90", easy): (0.4, 0.6)}
    known["FSRS .90", hard] = (0.41, 0.43)
    results = {
        (name, cell, seed): Outcome(recall, recall, recall, *([0.5] * 2 if name == "planner" else [None] * 2))
        for (name, cell), recalls in known.items()
        for seed, recall in enumerate(recalls)
    }
    found = gain(results, "planner", list(PLAUSIBLE), "recall")
    assert (found.mean, found.lowest) == pytest.approx((4.0, -2.0))
    assert found.margin == pytest.approx(1.96 * (2 / 2) ** 0.5 / 2)
    assert forecast_error(results, "fsrs") == pytest.approx(10)


def test_the_way_to_the_bound_and_the_least_error_are_those_of_the_people() -> None:
    easy, hard = Cell("fsrs", 20, 30), Cell("power", 20, 30)
    known = {"planner": 0.6, "FSRS .90": 0.4, "ordered .90": 0.5}
    results = {
        (name, easy, seed): Outcome(share, share, share, None, None) for name, share in known.items() for seed in (0, 1)
    }
    limit, reached, *ways = closed(results, {(easy, 0): 0.75, (easy, 1): 0.85}, "fsrs")
    assert (limit, reached, *ways) == pytest.approx((80, 60, 0.5, 1 / 3))
    spread = {("planner", hard, seed): Outcome(0.1 * seed, 0.0, 0.1 * seed, None, None) for seed in (2, 3, 7)}
    assert least_error(spread, is_world_known=False) == pytest.approx((10 + 0 + 40) / 3)
    spread |= {("planner", easy, seed): Outcome(0.1 * seed, 0.0, 0.1 * seed, None, None) for seed in (6, 7)}
    assert least_error(spread, is_world_known=False) == pytest.approx((40 + 30 + 0 + 10 + 10) / 5)
    assert least_error(spread, is_world_known=True) == pytest.approx((10 + 0 + 40 + 5 + 5) / 5)


def test_the_table_is_of_the_worlds_that_ran() -> None:
    cells = [Cell("fsrs", 20, 30)]
    results = {
        (name, cells[0], 0): Outcome(0.5, 0.5, 0.5, *([0.4] * 2 if name == "planner" else [None] * 2))
        for name in POLICIES
    }
    results["planner", cells[0], 0] = replace(results["planner", cells[0], 0], ahead=(Forecast(0.4, 0.2, 0.6),) * 4)
    said = list(lines(cells, results, results, {(cells[0], 0): 0.75}))
    assert "after  50% of the days: 10.0 (-10.0), 100%" in said
    assert any(line.startswith("fsrs        bound  75.0, planner  50.0") for line in said)
    assert not any("stress" in line or "power" in line for line in said)
