"""How many states of repairs are counted as they are: `python -m tests.grading.plantings [--seeds N] [--bugs N] [NAME...]`.

Names are those of problems and projects. Of each planting every set of mistakes is left in turn: in the page in another
style, in right answers of other hands where the same edit makes the same mistake, and in wrong answers of other hands that
hold one of them. Of a page of several functions, each one that holds a mistake is also exchanged for that of a right answer.
A project is left with every set of its mistakes, as it was given and in another style.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from interview_cli.bank.load import load, packaged_bank
from interview_cli.domain.plantings.planting import Planting, standing_by_checks
from interview_cli.grading.planting.compose import Composer, NoPlanting, with_all_imports
from interview_cli.grading.planting.projects import project_planting
from interview_cli.grading.planting.restyle import Style, restyled
from reference_impls import index
from reference_impls.projects import index as projects
from reference_impls.projects.running import Project, checks_of, failing
from reference_impls.projects.slips import planted, read_project_slips
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
        yield from _with_functions_of_another_hand(composer, slips, planting, page)
    for page in sorted(folder.glob("wrong/*.py")):
        text = page.read_text(encoding="utf-8")
        name = text.partition("\n")[0].removeprefix("# slip:").strip()
        for slip in slips:
            if slip.name == name and _does(composer, text, (slip,)):  # some files make another mistake, too
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
        if _does(composer, changed, some):
            yield f"right/{page.name}", frozenset(slip.name for slip in some), changed


def _with_functions_of_another_hand(
    composer: Composer, slips: list[Slip], planting: Planting, page: Path
) -> Iterator[State]:
    """The planted code with one function from the page; what is left are the mistakes outside of it."""
    theirs = _functions(ast.parse(page.read_text(encoding="utf-8")))
    ours = _functions(ast.parse(planting.source))
    if len(ours) < 2:
        return
    for name in sorted({mistake.function for mistake in planting.mistakes} & ours.keys() & theirs.keys()):
        left = frozenset(mistake.name for mistake in planting.mistakes if mistake.function != name)
        text = _spliced(planting.source, page.read_text(encoding="utf-8"), name)
        if _does(composer, text, [slip for slip in slips if slip.name in left]):
            yield f"{name} of right/{page.name}", left, text


def _does(composer: Composer, text: str, slips: Sequence[Slip]) -> bool:
    """Whether it answers as the page with these mistakes does."""
    answers, wanted = composer.answers_to(text), composer.answers(slips) if slips else composer.right
    return answers is not None and wanted is not None and not answers.is_told_from(wanted)


def _functions(tree: ast.Module) -> dict[str, tuple[list[ast.stmt], int]]:
    """Where each function or method of a unique name stands: the body that holds it, and its place there."""
    found: dict[str, tuple[list[ast.stmt], int]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef):
            for place, each in enumerate(node.body):
                if isinstance(each, ast.FunctionDef):
                    found[each.name] = (node.body, place) if each.name not in found else ([], 0)
    return {name: place for name, place in found.items() if place[0]}


def _spliced(planted_source: str, right: str, name: str) -> str:
    """The planted code, with the right function of this name, and with what the right file imports and defines beside it."""
    ours, theirs = ast.parse(planted_source), ast.parse(right)
    body, place = _functions(ours)[name]
    their_body, their_place = _functions(theirs)[name]
    body[place] = their_body[their_place]
    defined = {each.name for each in ours.body if isinstance(each, ast.FunctionDef | ast.ClassDef)} | {name}
    others = [
        each for each in theirs.body if not (isinstance(each, ast.FunctionDef | ast.ClassDef) and each.name in defined)
    ]
    ours.body = [*others, *ours.body]
    return ast.unparse(ours)


def measure(problems: Iterable[str], seeds: int, bugs: int) -> Counter[str]:
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
            with contextlib.redirect_stdout(io.StringIO()):
                told = grader.grade(problem, source, seed, planted=planting.names)["standing"]
            is_right = told["is_known"] and set(told["left"]) == left and not told["other"]
            found["counted" if is_right else "miscounted"] += 1
            if not is_right:
                print(f"{problem} seed {seed} {origin}: holds {sorted(left)}, told {told}", flush=True)
    return found


def measure_projects(names: Iterable[str], seeds: int, bugs: int) -> Counter[str]:
    """The same of projects; one that holds no mistake is trained, too, once."""
    found = Counter[str]()
    for name, seed in itertools.product(names, range(seeds)):
        planting = project_planting(name, bugs, seed)
        found["planted"] += 1
        for origin, left, files in project_states(planting):
            is_trained = not left and seed == 0
            wrong = failing(Project(files), [check for check in checks_of(name) if is_trained or not check.trains])
            told = standing_by_checks(planting, wrong)
            is_right = set(told.left) == left and not told.other
            found["counted" if is_right else "miscounted"] += 1
            if not is_right:
                print(f"{name} seed {seed} {origin}: holds {sorted(left)}, told {told}", flush=True)
    return found


def project_states(planting: Planting) -> Iterator[tuple[str, frozenset[str], Mapping[str, str]]]:
    """Repairs of a project: where the code is from, the mistakes that it holds, and the files."""
    folder, sources = projects.folder_of(planting.problem), projects.sources(planting.problem)
    slips = [slip for slip in read_project_slips(folder) if slip.name in planting.names]
    for size in range(len(slips) + 1):
        for some in itertools.combinations(slips, size):
            left, files = frozenset(slip.name for slip in some), planted(some, sources)
            rng = Random(f"{planting.problem} {planting.seed} {sorted(left)}")
            if left:
                yield "as given", left, files
            yield "in another style", left, {name: _in_another_style(name, text, rng) for name, text in files.items()}


def _in_another_style(name: str, text: str, rng: Random) -> str:
    return restyled(text, Style.drawn(rng, [text])) if name.endswith(".py") else text


def main(arguments: list[str]) -> int:
    """Print the figures; 1 where fewer than 95 % are counted as they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.grading.plantings", description=__doc__)
    parser.add_argument("names", nargs="*", help="problems and projects; all if none is given")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--bugs", type=int, default=3)
    asked = parser.parse_args(arguments)
    names = asked.names or [*sorted(index.landed()), *projects.names()]
    in_projects = [name for name in names if name in projects.names()]
    found = measure([name for name in names if name not in in_projects], asked.seeds, asked.bugs)
    found += measure_projects(in_projects, asked.seeds, asked.bugs)
    total = found["counted"] + found["miscounted"]
    print(f"{found['planted']} plantings ({found['none']} problems hold fewer than {asked.bugs} mistakes at once)")
    print(f"{found['counted']} of {total} states are counted as they are")
    return int(found["counted"] < 0.95 * total)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
