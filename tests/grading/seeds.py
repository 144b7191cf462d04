"""Right answers under many seeds: `python -m tests.grading.seeds [PROBLEM]... [--seeds N]`. Hours for all, so only when asked.

What is refused under some seed is a right answer that some day is called wrong.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from interview_cli.bank.load import load, packaged_bank
from interview_cli.grading.host.client import GradingClient, Options

ROOT = Path(__file__).parents[2]
SEEDS = 20


def right_files(problems: Sequence[str] = ()) -> list[tuple[str, Path]]:
    """Problem and file of every right answer."""
    files = sorted(ROOT.glob("reference_impls/*/*/right/*.py"))
    found = [(path.parents[1].name.replace("_", "-"), path) for path in files]
    return [(problem, path) for problem, path in found if not problems or problem in problems]


def refused(files: Sequence[tuple[str, Path]], seeds: Sequence[int]) -> Iterator[str]:
    """A line for each right answer and seed that does not pass, through one warm host."""
    client = GradingClient(load([packaged_bank()], None).problems, os.environ, Options(ahead=8))
    try:
        for problem, path in files:
            source = path.read_text(encoding="utf-8")
            for seed in seeds:
                verdict = client.grade(problem, source, file=path.name, seed=seed)
                if not verdict.ok:
                    yield f"{problem} {path.name} seed {seed}: {verdict.outcome.value}: {verdict.message}"
    finally:
        client.close()


def main() -> int:
    """Print what is refused; 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problems", nargs="*")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    options = parser.parse_args()
    count = 0
    for line in refused(right_files(options.problems), range(options.seeds)):
        print(line, flush=True)
        count += 1
    print(f"{count} refused")
    return int(count > 0)


if __name__ == "__main__":
    raise SystemExit(main())
