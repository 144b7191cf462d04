"""How many states of repairs are counted as they are: `python -m tests.grading.plantings [--seeds N] [--bugs N] [PROBLEM...]`.

Of each planting every set of mistakes is left in turn: in the page in another style, in right answers of other hands where
the same edit makes the same mistake, and in wrong answers of other hands that hold one of them.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from interview_cli.bank.load import load, packaged_bank
from interview_cli.domain.plantings.planting import Planting
from interview_cli.grading.planting.compose import Composer, NoPlanting, with_all_imports
from interview_cli.grading.planting.restyle import Style, restyled
from reference_impls import index
from reference_impls.slips import Edit, Slip, applied_together, read_slips
from tests.grading.inline import InlineGrader

State = tuple[str, frozenset[str], str]
"""Where the code is from, the mistakes that it holds, and the code."""


def states(composer: Composer, planting: Planting, folder: Path) -> Iterator[State]:
    """Repairs of a planting, each with what it leaves."""
    known = {slip.name: slip for slip in read_slips(folder)}
    slips = [known[name] for name in planting.names]
    yield "as planted", frozenset(planting.names), planting.source
    yield from _restyled(composer, slips)
    for page in sorted(folder.glob("right/*.py")):
        yield from _in_another_hand(composer, slips, page)
    for page in sorted(folder.glob("wrong/*.py")):
        text = page.read_text(encoding="utf-8")
        name = text.partition("\n")[0].removeprefix("# slip:").strip()
        if name in planting.names:
            yield f"wrong/{page.name}", frozenset({name}), text


def _subsets(slips: list[Slip]) -> Iterator[tuple[Slip, ...]]:
    for size in range(len(slips) + 1):
        yield from itertools.combinations(slips, size)


def _restyled(composer: Composer, slips: list[Slip]) -> Iterator[State]:
    for some in _subsets(slips):
        (page,) = with_all_imports([applied_together(some, composer.page)])
        style = Style.drawn(Random(f"{composer.seed} another style"), [page])
        yield "in another style", frozenset(slip.name for slip in some), restyled(page, style)


def _in_another_hand(composer: Composer, slips: list[Slip], page: Path) -> Iterator[State]:
    """With the edits that fit once, where they do there what they do to the page."""
    text = page.read_text(encoding="utf-8")
    fitting = [slip for slip in slips if isinstance(slip.change, Edit) and text.count(slip.change.replace) == 1]
    for some in _subsets(fitting):
        try:
            changed = applied_together(some, text)
        except ValueError:
            continue
        answers, wanted = composer.answers_to(changed), composer.answers(some) if some else composer.right
        if answers is not None and wanted is not None and not answers.is_told_from(wanted):
            yield f"right/{page.name}", frozenset(slip.name for slip in some), changed


def measure(problems: list[str], seeds: int, bugs: int) -> Counter[str]:
    """States by `counted` and `miscounted`, plantings by `planted` and `none`; every miscount is printed."""
    grader, found = InlineGrader(load([packaged_bank()], None).problems), Counter[str]()
    for problem, seed in itertools.product(problems, range(seeds)):
        folder, composer = index.folder_of(problem), Composer(index.load(problem), seed)
        assert folder is not None
        try:
            planting = composer.planting(bugs)
        except NoPlanting:
            found["none"] += 1
            continue
        found["planted"] += 1
        for origin, left, source in states(composer, planting, folder):
            told = grader.grade(problem, source, seed, planted=planting.names)["standing"]
            is_right = told["is_known"] and set(told["left"]) == left and not told["other"]
            found["counted" if is_right else "miscounted"] += 1
            if not is_right:
                print(f"{problem} seed {seed} {origin}: holds {sorted(left)}, told {told}")
    return found


def main(arguments: list[str]) -> int:
    """Print the figures; 1 where fewer than 95 % are counted as they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.grading.plantings", description=__doc__)
    parser.add_argument("problems", nargs="*", help="ids; all that can be graded if none is given")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--bugs", type=int, default=3)
    asked = parser.parse_args(arguments)
    found = measure(asked.problems or sorted(index.landed()), asked.seeds, asked.bugs)
    total = found["counted"] + found["miscounted"]
    print(f"{found['planted']} plantings ({found['none']} problems hold fewer than {asked.bugs} mistakes at once)")
    print(f"{found['counted']} of {total} states are counted as they are")
    return int(found["counted"] < 0.95 * total)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
