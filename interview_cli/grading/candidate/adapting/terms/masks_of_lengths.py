"""Functions that are given a mask of tokens, where a problem gives their number: `build_alibi_tensor(attention_mask, num_heads)`.

Imports torch.
"""

from __future__ import annotations

import functools
import inspect
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import MASK_OF_TOKENS, is_length
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED


def take_mask_of_a_length(sought: Sought) -> list[str]:
    """Let what asks for a mask of tokens take how many there are, none of which is hidden; what to say of it."""
    function, needed = sought.function(), [name for name, default in sought.asked if default is REQUIRED]
    lengths = [name for name in needed if name in sought.plain and is_length(name)]
    if function is None or len(lengths) != 1 or not {*needed} <= {*sought.plain}:
        return []
    own, length = inspect.signature(function), lengths[0]
    if MASK_OF_TOKENS not in own.parameters or length in own.parameters:
        return []
    shown = [one.replace(name=length) if name == MASK_OF_TOKENS else one for name, one in own.parameters.items()]
    signature = own.replace(parameters=shown)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs).arguments
        mask = torch.ones(1, given.pop(length), dtype=torch.int64)
        return function(**given, **{MASK_OF_TOKENS: mask})

    call.__signature__ = signature  # type: ignore[attr-defined]
    sought.put(call)
    return [f"your {MASK_OF_TOKENS} is a row of ones, one for each of {length}"]
