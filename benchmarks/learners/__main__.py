"""`python -m benchmarks.learners [--seeds N] [--processes N]`: the reduced grid, in about ten minutes on one core."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack

from benchmarks.learners.simulation import Outcome
from benchmarks.learners.table import GRID, ORDERED, POLICIES, REFERENCE, ROLE, Cell, Results, lines, simulate
from interview_cli.domain.planning.roles import role_weights


def main(arguments: Sequence[str]) -> int:
    """Simulate, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learners", description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="people in each cell (default 5)")
    parser.add_argument("--processes", type=int, default=1, help="cells simulated at once (default 1)")
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    tasks = [(cell, seed) for cell in GRID for seed in range(asked.seeds)]
    plain: dict[tuple[str, Cell, int], Outcome] = {}
    weighted: dict[tuple[str, Cell, int], Outcome] = {}
    with ExitStack() as stack:
        spread = map if asked.processes == 1 else stack.enter_context(ProcessPoolExecutor(asked.processes)).map
        for of_all, by_weight in spread(_both, tasks):
            plain |= of_all
            weighted |= by_weight
    for line in lines(plain, weighted):
        print(line)
    print(f"{asked.seeds} people a cell, {time.monotonic() - started:.0f} s")
    return 0


def _both(task: tuple[Cell, int]) -> tuple[Results, Results]:
    """One cell and person, unweighted with every policy, and by the role's weights with three."""
    cell, seed = task
    some = {name: POLICIES[name] for name in ("planner", REFERENCE, ORDERED)}
    return simulate(cell, seed, {}, POLICIES), simulate(cell, seed, role_weights(ROLE), some)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
