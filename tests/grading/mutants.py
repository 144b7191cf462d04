"""Mechanical mutants of the reference pages, graded as answers: `python -m tests.grading.mutants [PROBLEM]... [--most N]`.

A survivor is a mutant that passes: either the cases have a hole, or the mutant computes the same (then it is explained in
`EQUIVALENT`). Operators, comparisons, constants, axes, dropped terms and calls, swapped arguments, negated conditions.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.grading.client import GradingClient, Options
from interview_cli.grading.variants import COMPARISONS, OPERATORS

EQUIVALENT: Mapping[str, Mapping[str, str]] = {
    "attention": {"-2: sign or not dropped": "(B,H,T,d): the last two axes, swapped", "2 -> -2": "as above"},
    "cross-entropy": {"1 -> -1": "(N,C): the last axis is 1"},
    "ddpm-loss": {"eps - model(x_t, t): sides swapped": "it is squared"},
    "psnr": {
        "255.0 -> -255.0": "it is squared",
        "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64): sides swapped": "as above",
    },
    "rf-loss": {"model(x_t, t) - (x1 - x0): sides swapped": "it is squared"},
    "sample-next-token": {
        "-1: sign or not dropped": "(B,V): the last axis is 1",
        "1 -> -1": "as above",
        "before >= top_p: -> Gt": "differs only where a sum of random probabilities is exactly top_p",
    },
    "adaln-zero": {
        "1e-06 -> -1e-06": "tokens have variance near 1, and the tolerance covers both eps that the spec allows",
        "1e-06 -> 0": "as above",
    },
    "causal-attention": {
        "-2: sign or not dropped": "of four axes, 2 is the last but one",
        "2 -> -2": "as above, also for -(-2)",
    },
    "cfg": {"Tensor | None: right side dropped": "a type alias", "Tensor | None: left side dropped": "as above"},
    "count-components": {
        "if: never": "which root goes below which decides how tall the trees get, not which sets there are",
        "if: always": "as above",
        "size[large] += size[small]: dropped": "as above",
        "size[large] < size[small]: -> LtE": "as above",
        "size[large] < size[small]: -> Gt": "as above",
        "1 -> 2": "sizes that start at another number, as above",
        "1 -> 0": "as above",
        "1 -> -1": "as above",
    },
    "discrete-posterior": {"1 -> -1": "(N,K): the last axis is 1"},
    "dsm-loss": {
        "1 -> -1": "after flatten(1) the last axis is 1",
        "Tensor | float: right side dropped": "a type alias",
        "Tensor | float: left side dropped": "as above",
    },
    "edit-distance": {
        "if: never": "the distance is symmetric: exchanging the strings saves memory alone",
        "if: always": "as above",
        "len(b) > len(a): -> GtE": "as above",
        "len(b) > len(a): -> Lt": "as above",
    },
    "factorized-attention": {"2 -> -2": "of four axes, 2 is the last but one"},
    "flash-attention": {
        "-2: sign or not dropped": "of four axes, 2 is the last but one",
        "2 -> -2": "as above, also for -(-2)",
        "16 -> 17": "the tile's size decides what is held at once, not what comes out",
        "16 -> 15": "as above",
        "1 -> 0": "x[:-0] is empty: running values of shape (1,) are broadcast in the first tile",
    },
    "gae": {"0 -> -1": "zeros_like of the last entry in place of the first"},
    "gaussian-kl": {"-1: sign or not dropped": "(B,D): the last axis is 1", "1 -> -1": "as above, -(-1)"},
    "gpt-block": {"-2: sign or not dropped": "of four axes, 2 is the last but one", "2 -> -2": "as above"},
    "grouped-query-attention": {
        "-2: sign or not dropped": "of four axes, 2 is the last but one",
        "2 -> -2": "as above, also for -(-2)",
    },
    "heun-step": {
        "float | Tensor: right side dropped": "a type alias",
        "float | Tensor: left side dropped": "as above",
    },
    "kv-cache-decode": {
        "-2: sign or not dropped": "of four axes, 2 is the last but one",
        "2 -> -2": "as above",
        "1 -> -1": "the values are the last of the two in the cache",
    },
    "layer-norm": {"x - mu: sides swapped": "in the variance, the difference is squared"},
    "longest-unique-substring": {"1 -> 2": "'never seen' as -2 in place of -1 lies before every start, too"},
    "network-delay": {"1 -> 2": "one list of edges more than there are nodes"},
    "perplexity": {
        "-1: sign or not dropped": "the kept logits are a matrix, whose last axis is 1",
        "1 -> -1": "as above, -(-1)",
    },
    "top-p-filter": {"before >= p: -> Gt": "differs only where a sum equals p, which the statement rules out"},
    "vae": {
        "mu + log_sigma.exp() * eps: Add -> Sub": "the noise is symmetric",
        "1 -> -1": "the last axis is 1",
        "x - x_rec: sides swapped": "the difference is squared",
    },
    "vq-quantize": {
        "1 -> -1": "(B,D) and (B,K): the last axis is 1",
        "z[:, None] - codebook[None]: sides swapped": "the difference is squared",
        "z.detach() - e: sides swapped": "as above",
        "z - e.detach(): sides swapped": "as above",
    },
}
"""Changes that compute the same, by problem and change, and why."""


@dataclass(frozen=True)
class Mutant:
    """A changed page, and what was changed where."""

    source: str
    change: str
    line: int


def mutants(page: str) -> Iterator[Mutant]:
    """Every single change of the functions and classes of a page."""
    tree = ast.parse(page)
    for index, node in enumerate(ast.walk(tree)):
        for change, replacement in variants(node):
            mutated = copy.deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(mutated)) if i == index)
            replace(mutated, target, replacement)
            try:
                source = ast.unparse(ast.fix_missing_locations(mutated))
            except (ValueError, AttributeError):
                continue
            if source != ast.unparse(tree):
                yield Mutant(source + "\n", change, getattr(node, "lineno", 0))


def replace(tree: ast.AST, target: ast.AST, replacement: ast.AST) -> None:
    """Put the replacement in the place of the target."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, replacement)
            elif isinstance(value, list):
                setattr(parent, name, [replacement if part is target else part for part in value])


def variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What a node could be instead."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            for other in OPERATORS.get(type(op), ()):
                yield f"{ast.unparse(node)}: {type(op).__name__} -> {other.__name__}", ast.BinOp(left, other(), right)
            yield f"{ast.unparse(node)}: right side dropped", left
            yield f"{ast.unparse(node)}: left side dropped", right
            if isinstance(op, ast.Sub | ast.Div):
                yield f"{ast.unparse(node)}: sides swapped", ast.BinOp(right, op, left)
        case ast.Compare(left=left, ops=[op], comparators=comparators):
            for other in COMPARISONS.get(type(op), ()):
                yield f"{ast.unparse(node)}: -> {other.__name__}", ast.Compare(left, [other()], comparators)
        case ast.Constant(value=bool(value)):
            yield f"{value} -> {not value}", ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            for other in dict.fromkeys((value + 1, value - 1, -value, 0)):
                if other != value:
                    yield f"{value} -> {other}", ast.Constant(other)
        case ast.UnaryOp(op=ast.USub() | ast.Not(), operand=operand):
            yield f"{ast.unparse(node)}: sign or not dropped", operand
        case ast.Call(func=ast.Attribute(value=value), args=[]) if not isinstance(value, ast.Name):
            yield f"{ast.unparse(node)}: call dropped", value
        case ast.Call(func=function, args=[first, second, *rest]) if name_of(function) not in SYMMETRIC:
            swapped = ast.Call(function, [second, first, *rest], node.keywords)
            yield f"{ast.unparse(node)}: first two arguments swapped", swapped
        case ast.IfExp(body=body, orelse=orelse):
            yield f"{ast.unparse(node)}: always the first", body
            yield f"{ast.unparse(node)}: always the second", orelse
        case ast.If(body=body) if not node.orelse:
            yield "if: never", ast.If(ast.Constant(False), body, [])
            yield "if: always", ast.If(ast.Constant(True), body, [])
        case ast.AugAssign() | ast.Expr(value=ast.Call()) | ast.Raise():
            yield f"{ast.unparse(node)}: dropped", ast.Pass()


SYMMETRIC = frozenset({"max", "min", "maximum", "minimum", "transpose", "swapaxes", "isclose", "equal"})


def name_of(function: ast.expr) -> str:
    """The last part of what is called."""
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def page_of(problem: str) -> str:
    """The page as a candidate's file, without docstrings and annotations, which no grade depends on."""
    tree = ast.parse(packaged_pages().as_answer(problem))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.unparse(tree) + "\n"


def survivors(problem: str, grader: GradingClient, most: int | None = None) -> tuple[list[Mutant], int]:
    """The mutants that pass, and how many there were; a sample spread evenly over the page when there are too many."""
    found = list(mutants(page_of(problem)))
    step = max(1, -(-len(found) // most)) if most else 1
    sample = found[::step]
    return [m for m in sample if grader.grade(problem, m.source, file="mutant.py", seed=5).ok], len(sample)


def main(arguments: list[str]) -> int:
    """Print the survivors of each problem, and the kill rate."""
    parser = argparse.ArgumentParser(prog="python -m tests.grading.mutants")
    parser.add_argument("problems", nargs="*")
    parser.add_argument("--most", type=int, default=None, help="at most so many mutants a problem")
    chosen = parser.parse_args(arguments)
    grader = GradingClient(load([packaged_bank()], None).problems, os.environ, Options(timeout=3.0))
    killed = total = 0
    try:
        for problem in chosen.problems or sorted(packaged_pages().landed()):
            alive, count = survivors(problem, grader, chosen.most)
            killed, total = killed + count - len(alive), total + count
            print(f"{problem}: {count - len(alive)} of {count} killed", flush=True)
            for mutant in alive:
                why = EQUIVALENT.get(problem, {}).get(mutant.change)
                verdict = f" (the same: {why})" if why else ""
                print(f"    survives, line {mutant.line}: {mutant.change}{verdict}", flush=True)
    finally:
        grader.close()
    print(f"killed {killed} of {total} ({killed / max(1, total):.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
