"""Mechanical mutants of the reference pages, graded as answers: `python -m tests.grading.mutants [PROBLEM]... [--names]`.

A survivor is a mutant that passes: either the cases have a hole, or the mutant computes the same; then
the problem's `mutants.yaml` says why. The changes are those that the diagnosis knows, and some more.
"""

from __future__ import annotations

import argparse
import ast
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.grading.diagnosis.variants import OPERATORS, Site, changed, changes, name_of, without_notes
from interview_cli.grading.host.client import GradingClient, Options
from tests.grading.equivalent_mutants import why_the_same
from tests.grading.inline import InlineGrader

NAMES = "other-variable"
"""Another variable in the place of each: as many mutants as all others together, several times over."""

REDUCTIONS = frozenset(
    {"mean", "sum", "amax", "amin", "max", "min", "norm", "logsumexp", "std", "var", "argmin", "argmax"}
)
AXES = (0, 1, 2, -1, -2)
SEED = 5
QUICKLY = Options(timeout=3.0, pair_seconds=0.1, repair_seconds=0)


@dataclass(frozen=True)
class Mutant:
    """A changed page, and what was changed where."""

    source: str
    change: str
    line: int


def mutants(page: str, *, names: bool = False) -> Iterator[Mutant]:
    """Every single change of a page, each once."""
    tree = without_notes(ast.parse(page))
    seen = {ast.unparse(tree)}
    for made in changed(tree, every_change):
        if (made.name == NAMES) is not names:
            continue
        source = ast.unparse(ast.fix_missing_locations(tree))
        if source not in seen and compiles(source):
            seen.add(source)
            yield Mutant(source + "\n", " ".join(f"{made.old} -> {made.new}".split()), made.line)


def compiles(source: str) -> bool:
    """Whether it is a program."""
    try:
        compile(source, "<mutant>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def every_change(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """What the diagnosis takes for likely, and what is not worth its time."""
    yield from changes(site)
    match site.node:
        case ast.AugAssign(target=target, op=op, value=value):
            for other in OPERATORS.get(type(op), ()):
                yield "other-operator", ast.AugAssign(target, other(), value)
            yield "other-operator", ast.Assign([target], value)
        case ast.Assign():
            yield "step-left-out", ast.Pass()
        case ast.Slice() as node:
            yield from changes_of_slice(node)
        case ast.Tuple(elts=[first, second, *rest], ctx=ast.Load()):
            yield "places-swapped", ast.Tuple([second, first, *rest], ast.Load())
        case ast.keyword(arg="dim" | "axis", value=ast.Constant(value=int())) as node:
            for axis in AXES:
                yield "other-axis", ast.keyword(node.arg, ast.Constant(axis))
        case ast.Break():
            yield "other-step", ast.Continue()
        case ast.Continue():
            yield "other-step", ast.Break()
        case ast.Call(func=ast.Name(id="float" | "int" as name), args=[value]):
            yield "other-function", ast.Call(ast.Name("int" if name == "float" else "float"), [value], [])
        case ast.Call(func=ast.Attribute() as function, args=args, keywords=options) if name_of(function) in REDUCTIONS:
            if all(option.arg != "keepdim" for option in options):
                kept = ast.keyword("keepdim", ast.Constant(True))
                yield "axis-kept", ast.Call(function, args, [*options, kept])


def changes_of_slice(node: ast.Slice) -> Iterator[tuple[str, ast.AST]]:
    """Without one of its ends or its step; one further or less."""
    yield "part-left-out", ast.Slice(None, node.upper, node.step)
    yield "part-left-out", ast.Slice(node.lower, None, node.step)
    yield "part-left-out", ast.Slice(node.lower, node.upper, None)
    for op in (ast.Add(), ast.Sub()):
        if node.lower is not None:
            yield "other-place", ast.Slice(ast.BinOp(node.lower, op, ast.Constant(1)), node.upper, node.step)
        if node.upper is not None:
            yield "other-place", ast.Slice(node.lower, ast.BinOp(node.upper, op, ast.Constant(1)), node.step)


def survivors(problem: str, found: list[Mutant], grader: GradingClient, inline: InlineGrader) -> list[Mutant]:
    """The mutants that pass: what fails a check in this process is not asked of the real grader."""
    left = [mutant for mutant in found if inline.first_fault(problem, mutant.source, SEED) not in ("fail", "error")]
    return [mutant for mutant in left if grader.grade(problem, mutant.source, file="mutant.py", seed=SEED).ok]


def main(arguments: list[str]) -> int:
    """Print the survivors of each problem, and the kill rate."""
    parser = argparse.ArgumentParser(prog="python -m tests.grading.mutants")
    parser.add_argument("problems", nargs="*")
    parser.add_argument("--names", action="store_true", help="exchange variables, and change nothing else")
    parser.add_argument(
        "--most", type=int, default=None, help="at most so many mutants a problem, spread over the page"
    )
    chosen = parser.parse_args(arguments)
    problems = load([packaged_bank()], None).problems
    grader, inline = GradingClient(problems, os.environ, QUICKLY), InlineGrader(problems)
    killed = total = 0
    try:
        for problem in chosen.problems or sorted(packaged_pages().landed()):
            found = list(mutants(packaged_pages().as_answer(problem), names=chosen.names))
            found = found[:: max(1, -(-len(found) // chosen.most))] if chosen.most else found
            alive = survivors(problem, found, grader, inline)
            killed, total = killed + len(found) - len(alive), total + len(found)
            print(f"{problem}: {len(found) - len(alive)} of {len(found)} killed", flush=True)
            for mutant in alive:
                why = why_the_same(problem, mutant.change)
                verdict = f" (the same: {why})" if why else ""
                print(f"    survives, line {mutant.line}: {mutant.change}{verdict}", flush=True)
    finally:
        grader.close()
    print(f"killed {killed} of {total} ({killed / max(1, total):.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
