"""Functions that reward answers themselves, where a problem gives the rewards: `advantages(reward_fn, responses, truths, G)`.

Imports torch only. The answers are numbered texts, and what stands for the function looks the reward of each up.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Mapping
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.rewards import WORD, Rewarding, rewarding_in


class Reward(float):
    """A reward that may also be looked up by a name, as where there are several: `reward_fn(response, truth)["reward"]`."""

    def __getitem__(self, name: str) -> float:
        return float(self)


def take_rewards(sought: Sought) -> list[str]:
    """Let a function that makes rewards of answers be given these; what to say of it."""
    function = sought.function()
    given = [name for name, default in sought.asked if default is REQUIRED]
    if function is None or len(given) != 1 or WORD not in given[0]:
        return []
    parameters = inspect.signature(function).parameters
    needed = [name for name, one in parameters.items() if one.default is one.empty]
    making = rewarding_in(nodes_of(code_of(function)), needed)
    if making is None or given[0] in parameters:
        return []
    empty = {given[0]: inspect.Parameter.empty}
    taking = restated(function, making.own, empty, lambda values: answers_for(making, values[given[0]]))
    sought.put(in_their_groups(taking, given[0]))
    return [f"your {making.function} gives {given[0]} for your {making.lists[0]}, {making.group} in each group"]


def answers_for(making: Rewarding, rewards: torch.Tensor) -> Mapping[str, Any]:
    """A text for each reward, and what tells the reward of a text."""
    values = torch.as_tensor(rewards).flatten().tolist()
    texts = [str(place) for place in range(len(values))]

    def reward_of(*texts: str, **named: str) -> Reward:
        return Reward(values[int(next(iter((*texts, *named.values()))))])

    own = {making.function: reward_of, making.group: rewards.shape[-1], **dict.fromkeys(making.lists, texts)}
    return own | ({making.switch: True} if making.switch else {})


def in_their_groups(taking: Any, rewards: str) -> Any:
    """The function, whose results for all answers in a row come back in groups as the rewards are."""

    @functools.wraps(taking)
    def call(*args: Any, **given: Any) -> Any:
        result = taking(*args, **given)
        if rewards not in given:
            return result
        first, *others = result if isinstance(result, tuple) else (result,)
        whole = torch.as_tensor(first) if isinstance(first, list) else first
        fits = isinstance(whole, torch.Tensor) and whole.numel() == given[rewards].numel()
        whole = whole.reshape(given[rewards].shape) if fits else first
        return (whole, *others) if isinstance(result, tuple) else whole

    return call
