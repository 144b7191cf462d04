"""Functions that give what they take once for each sample the axes of an image: `sigma = sigma.view(-1, 1, 1, 1)`.

Imports torch only. What they return then has axes of length one behind, to be multiplied with images, and is graded without.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

TOLD = "your results have axes of length 1 behind, for images: they are graded without them"


def without_axes_of_images(
    result: Any, function: Any, args: Sequence[Any], given: Mapping[str, Any]
) -> tuple[Any, str]:
    """The results in the shape of the one tensor that is given, where the code makes the axes; in words if there were any."""
    tensors = [value for value in (*args, *given.values()) if isinstance(value, torch.Tensor)]
    parts = list(result) if type(result) in (tuple, list) else [result]
    if len(tensors) != 1 or not any(isinstance(part, torch.Tensor) and part.dim() > 1 for part in parts):
        return result, ""
    made = axes_made(function)
    numbers = {0, *made} if made else made  # without any, what is made of `sigma.flatten()` beside it
    shapes = [(tensors[0].numel(), *(1,) * number) for number in numbers]
    are_wide = [isinstance(part, torch.Tensor) and tuple(part.shape) in shapes for part in parts]
    if not any(are_wide):
        return result, ""
    cut = [part.reshape(tensors[0].shape) if wide else part for part, wide in zip(parts, are_wide, strict=True)]
    return (type(result)(cut) if type(result) in (tuple, list) else cut[0]), TOLD


def axes_made(function: Any) -> set[int]:
    """How many axes of length one a function puts behind what it is given."""
    return {number for node in nodes_of(code_of(function)) if (number := axes_made_by(node))} if function else set()


def axes_made_by(node: ast.AST) -> int:
    """How many `sigma.view(-1, 1, 1, 1)` and `sigma[:, None, None, None]` make; 0 of anything else."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="view" | "reshape"), args=[whole, *ones]):
            is_so = ast.unparse(whole) == "-1" and all(ast.unparse(one) == "1" for one in ones)
        case ast.Subscript(value=ast.Name(), slice=ast.Tuple(elts=[whole, *ones])):
            is_so = ast.unparse(whole) in (":", "...") and all(ast.unparse(one) == "None" for one in ones)
        case _:
            return 0
    return len(ones) if is_so else 0
