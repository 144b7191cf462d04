"""`python -m benchmarks.learners [--seeds N] [--processes N] [--worlds A,B]`: the reduced grid, 20 minutes on one core."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack

from benchmarks.learners.simulation import Outcome
from benchmarks.learners.table import (
    GRID,
    ORDERED,
    POLICIES,
    REFERENCE,
    ROLE,
    Bounds,
    Cell,
    Results,
    bounds,
    lines,
    simulate,
)
from benchmarks.learners.worlds import WORLDS
from interview_cli.domain.planning.roles import role_weights


def main(arguments: Sequence[str]) -> int:
    """Simulate, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learners", description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="people in each cell (default 5)")
    parser.add_argument("--processes", type=int, default=1, help="cells simulated at once (default 1)")
    parser.add_argument("--worlds", default=",".join(WORLDS), help="of these worlds, with commas between (default all)")
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    cells = [cell for cell in GRID if cell.world in asked.worlds.split(",")]
    tasks = [(cell, seed) for cell in cells for seed in range(asked.seeds)]
    plain: dict[tuple[str, Cell, int], Outcome] = {}
    weighted: dict[tuple[str, Cell, int], Outcome] = {}
    limits: dict[tuple[Cell, int], float] = {}
    with ExitStack() as stack:
        spread = map if asked.processes == 1 else stack.enter_context(ProcessPoolExecutor(asked.processes)).map
        for of_all, by_weight, limit in spread(_of_one, tasks):
            plain |= of_all
            weighted |= by_weight
            limits |= limit
    for line in lines(cells, plain, weighted, limits):
        print(line)
    print(f"{asked.seeds} people a cell, {time.monotonic() - started:.0f} s")
    return 0


def _of_one(task: tuple[Cell, int]) -> tuple[Results, Results, Bounds]:
    """One cell and person: unweighted with every policy, by the role's weights with three, and the bound."""
    cell, seed = task
    some = {name: POLICIES[name] for name in ("planner", REFERENCE, ORDERED)}
    weighted = simulate(cell, seed, role_weights(ROLE), some)
    return simulate(cell, seed, {}, POLICIES), weighted, bounds(cell, seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
