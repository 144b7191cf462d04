"""Layers written as those of transformers are, which add a mask to the scores: it is 0 where a token is seen. Imports torch.

A model makes such a mask of one of ones and zeros before its layers are called: `get_extended_attention_mask`.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, comments_in, nodes_of

MASK, STATES = "attention_mask", "hidden_states"
"""What such layers call the mask, and what they are given beside it."""
OF_ONES = re.compile(r"\b(1s?|ones?|true)\b\s*(for|where|if|is|means|=|:)", re.IGNORECASE)
"""How a docstring, or a comment, says that the mask is one of ones and zeros: code that adds that is wrong."""
OF_ZEROS = re.compile(r"\b(0s?|zeros?|false)\b", re.IGNORECASE)
"""What a comment of that says, too: `# step 1: hide what the mask hides` speaks of something else."""
NO_NUMBERS = re.compile(r"bool|int|long", re.IGNORECASE)
"""How an annotation says so: what is added is of floats."""
SAID = f"your {MASK} is 0 where the problem's mask lets a token be seen, and the lowest number where it doesn't"


def take_added_mask(sought: Sought) -> list[str]:
    """Let a layer that adds its mask to the scores be given such a mask; what to say of it."""
    found = sought.namespace.get(sought.path[0])
    forward = vars(found).get("forward") if isinstance(found, type) else None
    if not isinstance(forward, types.FunctionType):
        return []
    own = inspect.signature(forward).parameters
    texts = [one.__doc__ or "" for kind in kinds_of(sought) for one in (kind, *vars(kind).values()) if callable(one)]
    texts += [one for one in comments_in(code_of(forward)) if "mask" in one and OF_ZEROS.search(one)]
    if MASK in own and NO_NUMBERS.search(annotated_as(own[MASK])):
        return []
    functions = [one for kind in kinds_of(sought) for one in vars(kind).values() if isinstance(one, types.FunctionType)]
    nodes = [node for one in functions for node in nodes_of(code_of(one))]
    if not {MASK, STATES} <= own.keys() or not is_added(nodes) or any(map(OF_ONES.search, texts)):
        return []
    found.forward = with_added(forward)  # type: ignore[union-attr]
    return [SAID]


def annotated_as(parameter: inspect.Parameter) -> str:
    """What is said of its type: `Optional[torch.BoolTensor]`."""
    return str(parameter.annotation).replace(str(parameter.empty), "")


def kinds_of(sought: Sought) -> list[type[Any]]:
    """The classes of the file: a block passes its mask on to its layer of attention."""
    return [one for one in sought.namespace.values() if isinstance(one, type) and one.__module__ == "solution"]


def is_added(nodes: Sequence[ast.AST]) -> bool:
    """Whether the mask is added somewhere as it is, and nothing is compared with it but None."""
    added = any(map(adds_the_mask, nodes))
    made = [node.value for node in nodes if isinstance(node, ast.Assign) and any(map(names_the_mask, node.targets))]
    is_made = any(isinstance(part, ast.BinOp | ast.UnaryOp) for one in made for part in counted_with(one))
    compared = [node for node in nodes if isinstance(node, ast.Compare) and names_the_mask(node.left)]
    hides = any(isinstance(node, ast.keyword | ast.Call) and is_filled_by(node) for node in nodes)
    return added and not hides and not is_made and all(isinstance(node.ops[0], ast.Is | ast.IsNot) for node in compared)


def adds_the_mask(node: ast.AST) -> bool:
    """`scores + attention_mask`, or `scores += attention_mask`."""
    match node:
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return names_the_mask(right) or names_the_mask(left)
        case ast.AugAssign(op=ast.Add(), value=value):
            return names_the_mask(value)
    return False


def counted_with(value: ast.AST) -> list[ast.AST]:
    """What a mask is made of, `(1 - attention_mask) * -1e4`, but for the places of its rows and columns."""
    inner = [value.value] if isinstance(value, ast.Subscript) else [*ast.iter_child_nodes(value)]
    return [value, *(part for one in inner for part in counted_with(one))]


def names_the_mask(node: ast.AST) -> bool:
    """`attention_mask`, or rows and columns of it."""
    return isinstance(node, ast.Name) and node.id in (MASK, "causal_mask")


def is_filled_by(node: ast.AST) -> bool:
    """`scores.masked_fill(attention_mask, ...)`."""
    match node:
        case ast.Call(func=ast.Attribute(attr="masked_fill" | "masked_fill_"), args=[first, *_]):
            return any(names_the_mask(one) for one in ast.walk(first))
    return False


def with_added(forward: types.FunctionType) -> Any:
    """The method, which adds what it is given."""
    own = inspect.signature(forward)

    @functools.wraps(forward)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = own.bind(*args, **kwargs)
        mask, states = (given.arguments.get(name) for name in (MASK, STATES))
        if isinstance(mask, torch.Tensor) and isinstance(states, torch.Tensor) and is_of_ones_and_zeros(mask):
            hidden = torch.finfo(states.dtype).min
            given.arguments[MASK] = torch.zeros(mask.shape, dtype=states.dtype).masked_fill(mask == 0, hidden)
        return forward(*given.args, **given.kwargs)

    return call


def is_of_ones_and_zeros(mask: torch.Tensor) -> bool:
    """Whether it says of each pair whether it is seen."""
    return mask.dtype is torch.bool or bool(((mask == 0) | (mask == 1)).all())
