"""The grid of worlds and days, every policy against FSRS .90 with the same people, and the table of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median, stdev

from benchmarks.learners.bound import bound
from benchmarks.learners.policies import BASELINES, MakePolicy, PlannerPolicy
from benchmarks.learners.simulation import AHEAD, Outcome, prepare
from benchmarks.learners.syllabus import made_up_bank
from benchmarks.learners.worlds import LEARNED, PLAUSIBLE, STRESS, VARIED, WORLDS
from interview_cli.domain.planning.recall import Forecast

REFERENCE, ORDERED = "FSRS .90", "ordered .90"
POLICIES: dict[str, MakePolicy] = {"planner": PlannerPolicy, **BASELINES}
ROLE = "t2i"
ITEMS = 400


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Somebody's minutes a day and days ahead, in one world."""

    world: str
    minutes: float
    days: int


SCARCE, MIDDLING, AMPLE, SHORT = (20.0, 30), (45.0, 30), (90.0, 30), (45.0, 14)
GRID = tuple(Cell(world, minutes, days) for world in WORLDS for minutes, days in (SCARCE, MIDDLING, AMPLE, SHORT))

Results = Mapping[tuple[str, Cell, int], Outcome]
"""Outcomes by policy, cell and seed."""

Bounds = Mapping[tuple[Cell, int], float]
"""What no plan surpasses, by cell and seed, where the world has such a bound."""


def simulate(cell: Cell, seed: int, weights: Mapping[int, float], policies: Mapping[str, MakePolicy]) -> Results:
    """Every policy with the same person, bank and days."""
    bank = made_up_bank(seed, ITEMS)
    return {
        (name, cell, seed): prepare(
            *(WORLDS[cell.world](seed, ITEMS), bank, make, seed, cell.days, cell.minutes, weights)
        )
        for name, make in policies.items()
    }


def bounds(cell: Cell, seed: int) -> Bounds:
    """The bound of a person, unweighted, if there is one."""
    found = bound(WORLDS[cell.world](seed, ITEMS), made_up_bank(seed, ITEMS), cell.days, cell.minutes)
    return {} if found is None else {(cell, seed): found}


@dataclass(frozen=True, slots=True)
class Gain:
    """Points of recall over the reference: the mean of the cells' means, half its 95 % interval, the lowest cell."""

    mean: float
    margin: float
    lowest: float


def gain(results: Results, policy: str, worlds: Sequence[str], measure: str, over: str = REFERENCE) -> Gain:
    """The gain over another policy in these worlds, person by person, by `recall` or `weighted`."""
    cells: dict[Cell, list[float]] = {}
    for (name, cell, seed), outcome in results.items():
        if name == policy and cell.world in worlds:
            reference = results[over, cell, seed]
            cells.setdefault(cell, []).append(100 * (getattr(outcome, measure) - getattr(reference, measure)))
    means = [fmean(points) for points in cells.values()]
    spread = sum((stdev(points) ** 2 / len(points) if len(points) > 1 else 0.0) for points in cells.values())
    return Gain(fmean(means), 1.96 * math.sqrt(spread) / len(means), min(means))


def forecast_error(results: Results, world: str, measure: str = "foreseen") -> float:
    """The mean distance between what the planner foresaw for the day and what would be answered on it, in points.

    `measure` is `foreseen`, or `foreseen_alone`.
    """
    return fmean(
        100 * abs(getattr(outcome, measure) - outcome.answered)
        for (_, cell, _), outcome in results.items()
        if cell.world == world and outcome.foreseen is not None
    )


def lines(cells: Sequence[Cell], plain: Results, weighted: Results, limits: Bounds) -> Iterator[str]:
    """The table: what was known, gains over the reference, how far the bound is, and how well the planner foresaw the day."""
    ran = list(dict.fromkeys(cell.world for cell in cells))
    yield f"known on the day, %, of {ITEMS} items       " + " ".join(f"{name:>9}" for name in POLICIES)
    for cell in cells:
        known = {
            name: fmean(outcome.recall for (policy, of, _), outcome in plain.items() if policy == name and of == cell)
            for name in POLICIES
        }
        shares = " ".join(f"{100 * share:9.1f}" for share in known.values())
        yield f"{cell.world:<10} {cell.minutes:3.0f} min x {cell.days:2} days             {shares}"
    yield from _gains(ran, plain, weighted)
    yield from _distances(ran, plain, limits)
    yield from _errors(ran, plain)


def _gains(ran: Sequence[str], plain: Results, weighted: Results) -> Iterator[str]:
    plausible = [world for world in ran if world in PLAUSIBLE]
    groups = [(plausible, "plausible worlds")] * bool(plausible)
    groups += [([world], world) for world in (*VARIED, STRESS) if world in ran]
    yield ""
    yield f"points over {REFERENCE}, same people           mean          lowest cell"
    rows = [
        (name, plain, "recall", plausible, "plausible worlds") for name in POLICIES if name != REFERENCE and plausible
    ]
    for worlds, label in groups:
        if worlds != plausible:
            rows.append(("planner", plain, "recall", worlds, label))
        rows.append(("planner", weighted, "weighted", worlds, f"{label}, by weight ({ROLE})"))
    for name, results, measure, worlds, label in rows:
        found = gain(results, name, worlds, measure)
        yield f"{name:<11} {label:<32} {found.mean:+6.1f} ± {found.margin:3.1f}   {found.lowest:+6.1f}"
    yield ""
    yield "what of the planner's gain is timing: points over FSRS .90 with the planner's order of new items"
    for worlds, label in groups:
        for results, measure, how in ((plain, "recall", ""), (weighted, "weighted", f", by weight ({ROLE})")):
            found = gain(results, "planner", worlds, measure, over=ORDERED)
            yield f"{'':11} {label + how:<32} {found.mean:+6.1f} ± {found.margin:3.1f}   {found.lowest:+6.1f}"


def _distances(ran: Sequence[str], plain: Results, limits: Bounds) -> Iterator[str]:
    yield ""
    yield "what no plan surpasses, though it knew how each item is forgotten; of the way to it from FSRS .90 and from it ordered"
    for world in ran:
        if any(cell.world == world for cell, _ in limits):
            limit, known, plain_closed, ordered_closed = closed(plain, limits, world)
            yield (
                f"{world:<11} bound {limit:5.1f}, planner {known:5.1f}: "
                f"{plain_closed:4.0%} closed from {REFERENCE}, {ordered_closed:4.0%} from {ORDERED}"
            )


def closed(plain: Results, limits: Bounds, world: str) -> tuple[float, float, float, float]:
    """In a world: the mean bound and what the planner reached, in points; its share of the way from both kinds of FSRS."""
    people = [place for place in limits if place[0].world == world]
    limit = 100 * fmean(limits[place] for place in people)
    known, reference, ordered = (
        100 * fmean(plain[name, *place].recall for place in people) for name in ("planner", REFERENCE, ORDERED)
    )
    from_reference, from_ordered = ((known - begun) / max(limit - begun, 1e-9) for begun in (reference, ordered))
    return limit, known, from_reference, from_ordered


def _errors(ran: Sequence[str], plain: Results) -> Iterator[str]:
    yield ""
    foreseen = [world for world in ran if world != LEARNED]  # what was known before is not in the forecast
    errors = ", ".join(f"{world} {forecast_error(plain, world):.1f}" for world in foreseen)
    alone = ", ".join(f"{world} {forecast_error(plain, world, 'foreseen_alone'):.1f}" for world in foreseen)
    yield f"forecast on the day, mean error in points: {errors}"
    yield f"the same if nothing carried over:          {alone}"
    plausible = [world for world in ran if world in PLAUSIBLE]
    for worlds, label in ((plausible, "plausible worlds"), ([STRESS] * (STRESS in ran), STRESS)):
        if worlds:
            yield ""
            yield f"forecasts ahead, {label}: mean error in points, with its sign, and how many were within bounds of 90 %"
            yield from (_ahead(plain, worlds, place, share) for place, share in enumerate(AHEAD))
    if not plausible:
        return
    one, known = least_error(plain, is_world_known=False), least_error(plain, is_world_known=True)
    yield f"before any answer, one number for all alike is at least {one:.1f} points off; one for each world {known:.1f}"


def _ahead(plain: Results, worlds: Sequence[str], place: int, share: float) -> str:
    said = ahead(plain, worlds, place)
    missed = [100 * (forecast.mean - answered) for forecast, answered in said]
    held = fmean(forecast.low <= answered <= forecast.high for forecast, answered in said)
    return f"after {share:4.0%} of the days: {fmean(map(abs, missed)):4.1f} ({fmean(missed):+4.1f}), {held:4.0%}"


def least_error(plain: Results, *, is_world_known: bool) -> float:
    """How far the best single number for all people of the same minutes and days would be off in plausible worlds, in points.

    On the first day nothing is known of anybody, so that no forecast does better but by luck; nor would one that knew by which
    law a person forgets do better than the best number for each world.
    """
    known: dict[tuple[float, int, str], list[float]] = {}
    for (name, cell, _), outcome in plain.items():
        if name == "planner" and cell.world in PLAUSIBLE:
            alike = (cell.minutes, cell.days, cell.world if is_world_known else "")
            known.setdefault(alike, []).append(100 * outcome.recall)
    return fmean(abs(share - median(shares)) for shares in known.values() for share in shares)


def ahead(results: Results, worlds: Sequence[str], place: int) -> list[tuple[Forecast, float]]:
    """What was foreseen after a share of the days in these worlds, and what would be answered."""
    return [
        (outcome.ahead[place], outcome.answered)
        for (_, cell, _), outcome in results.items()
        if cell.world in worlds and outcome.ahead
    ]
