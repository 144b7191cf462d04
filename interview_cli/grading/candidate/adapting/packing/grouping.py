"""Functions that take all answers in one row, and of which prompt each is, where a problem gives a row for each prompt.

`compute_advantage(token_level_rewards, response_mask, index)`, as trainers of language models have it. With a mask of tokens a
reward stands at each token: an answer has one here. Imports torch.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import OF_TOKENS
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

REWARDS = "rewards"
"""What problems call the rewards of a group in each row."""
TELLS_GROUPS = re.compile(r"((prompt|question|query|group)s?_?)?(id|ids|idx|index|indices|uid|uids)$")
"""How code calls what is the same for all answers to one prompt."""


def take_rows_of_groups(sought: Sought) -> list[str]:
    """Let a function take groups of rewards where it takes all in one row, and is told the groups; what to say of it."""
    function, must = sought.function(), [name for name, default in sought.asked if default is REQUIRED]
    if function is None or must != [REWARDS]:
        return []
    own = inspect.signature(function).parameters.values()
    needed = [one.name for one in own if one.default is one.empty and one.name != "self"]
    groups = [name for name in needed if TELLS_GROUPS.match(name)]
    masks = [name for name in needed if name in OF_TOKENS]
    rewards = [name for name in needed if name not in (*groups, *masks)]
    if len(groups) != 1 or len(rewards) != 1 or len(masks) > 1:
        return []
    sought.put(in_one_row(function, rewards[0], groups[0], masks))
    said = [f"your {groups[0]} says of which group each of your {rewards[0]} is, which stand in one row"]
    return said + [f"your {name} is 1 for all: each answer has one token" for name in masks]


def in_one_row(function: types.FunctionType, rewards: str, groups: str, masks: list[str]) -> Callable[..., Any]:
    """The function of groups, whose results have a row for each of them again."""
    signature, kind = inspect.signature(function), inspect.Parameter.KEYWORD_ONLY
    kept = [one for name, one in signature.parameters.items() if name not in (rewards, groups, *masks)]
    first = [one for one in kept if one.name == "self"]
    shown = [inspect.Parameter(REWARDS, kind), *(one.replace(kind=kind) for one in kept if one not in first)]
    is_of_torch = is_given_to_torch(function, groups)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if REWARDS not in given or groups in given:  # the file itself calls it
            return function(*args, **given)
        whole = given.pop(REWARDS)
        row = whole.reshape(-1)
        of_groups = np.arange(len(row)) // max(whole.shape[-1], 1)
        values = {rewards: row[:, None] if masks else row, **{name: torch.ones_like(row)[:, None] for name in masks}}
        result = function(
            *args, **given, **values, **{groups: torch.from_numpy(of_groups) if is_of_torch else of_groups}
        )
        return shaped_as(whole, result)

    call.__signature__ = inspect.Signature([*first, *shown])  # type: ignore[attr-defined]
    return call


def shaped_as(whole: torch.Tensor, result: Any) -> Any:
    """A result for each answer, in rows again; anything else as it is."""
    if isinstance(result, tuple):
        return tuple(shaped_as(whole, part) for part in result)
    is_of_each = isinstance(result, torch.Tensor) and result.numel() == whole.numel()
    return result.reshape(whole.shape) if is_of_each else result


def is_given_to_torch(function: types.FunctionType, name: str) -> bool:
    """Whether what tells the groups is a tensor: `torch.unique(index)`. As keys of a dict, numbers are no tensors."""
    for node in nodes_of(code_of(function)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="torch")), args=[ast.Name(id=one), *_]) if one == name:
                return True
            case ast.Attribute(value=ast.Name(id=one), attr="unique" | "eq" | "device") if one == name:
                return True
    return False
