"""Trees of what is written in short: softmax, norms, clips, logarithms to a base; imports the formula package only."""

from __future__ import annotations

from collections.abc import Sequence

from interview_cli.domain.formula.expression import (
    Binary,
    Bound,
    Call,
    Entry,
    Expression,
    Negate,
    Number,
    Product,
    Reduce,
    Sum,
    free_axes,
    indexed,
    levels,
)


def is_condition(expression: Expression) -> bool:
    match expression:
        case Call(function="less" | "at_most"):
            return True
        case Product(factors=factors):
            return all(map(is_condition, factors))
        case _:
            return False


def counts_with(body: Expression, index: str) -> bool:
    return any(node == Bound(index) for level in levels(body) for node in level)


def indexed_as_elsewhere(body: Expression, index: str) -> Expression:
    """`\\sum_k z` over a vector z whose entries are counted by j: the bare z has no index of its own, so it takes k.

    Where vectors of two kinds are bare, those that are counted by k itself take it.
    """
    nodes = [node for level in levels(body) for node in level]
    bare = {node.over for node in nodes if isinstance(node, Entry) and node.is_bare}
    has_index = {node.over for node in nodes if isinstance(node, Entry) and not node.is_bare and node.index == index}
    chosen = has_index or ({index} & bare) or bare
    return indexed(body, chosen.pop(), index) if len(chosen) == 1 else body


def is_axis_given(arguments: Sequence[Expression]) -> bool:
    """Whether `(z, -1)` stands here: something of several entries, and which of its axes."""
    match arguments:
        case [entries, Number(value=0.0 | 1.0) | Negate(operand=Number(value=1.0 | 2.0))]:
            return bool(free_axes(entries))
        case _:
            return False


def product_of(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def binary(operator: str, left: Expression, right: Expression) -> Expression:
    match operator:
        case "//":
            return Binary("//", left, right)
        case "%":
            return Binary("%", left, right)
        case _:
            return Binary("/", left, right)


def dot(left: Expression, right: Expression) -> Expression:
    """The sum of the products of the entries; the product where neither side is a vector."""
    axes = tuple(sorted(free_axes(left) & free_axes(right), key=lambda axis: axis.index))
    product = Product((left, right))
    return Reduce("sum", axes, product) if axes else product


def softmax(entries: Expression) -> Expression:
    axes = tuple(sorted(free_axes(entries), key=lambda axis: axis.index))
    exponential = Call("exp", (entries,))
    return Binary("/", exponential, Reduce("sum", axes, exponential))


def norm(inside: Expression) -> Expression:
    axes = tuple(sorted(free_axes(inside), key=lambda axis: axis.index))
    return Reduce("norm", axes, inside) if axes else Call("abs", (inside,))


def log_to_base(base: Expression, argument: Expression) -> Expression:
    match base:
        case Number(value=2.0):
            return Call("log2", (argument,))
        case Number(value=10.0):
            return Call("log10", (argument,))
        case _:
            return Binary("/", Call("log", (argument,)), Call("log", (base,)))


def written_out(function: str, arguments: Sequence[Expression]) -> Expression | None:
    """The expression that a shorthand stands for, None if the number of arguments does not fit."""
    match function, arguments:
        case "clip" | "clamp", [value, low, high]:
            return Call("min", (Call("max", (value, low)), high))
        case "clip" | "clamp", [Call(function="max" | "min") as value]:
            return value
        case "dot", [left, right]:
            return dot(left, right)
        case "softmax", [entries]:
            return softmax(entries)
        case "logsoftmax", [entries]:
            return Call("log", (softmax(entries),))
        case "lerp", [start, end, share]:
            return Sum((start, Product((share, Sum((end, Negate(start)))))))
        case "hypot", [left, right]:
            squares = (Binary("^", left, Number(2.0)), Binary("^", right, Number(2.0)))
            return Call("sqrt", (Sum(squares),))
        case "add", [left, right]:
            return Sum((left, right))
        case "sub" | "subtract", [left, right]:
            return Sum((left, Negate(right)))
        case "mul" | "multiply", [left, right]:
            return Product((left, right))
        case "div" | "divide", [left, right]:
            return Binary("/", left, right)
        case "pow" | "power", [base, exponent]:
            return Binary("^", base, exponent)
        case "square", [value]:
            return Binary("^", value, Number(2.0))
        case "rsqrt", [value]:
            return Binary("/", Number(1.0), Call("sqrt", (value,)))
        case "reciprocal", [value]:
            return Binary("/", Number(1.0), value)
        case _:
            return None
