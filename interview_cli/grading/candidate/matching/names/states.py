"""What a step keeps, `m, v, t`, by the names of parameters, where a problem keeps it in a dict. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.matching.names.likeness import likeness, same

STATE, STEP = "state", "step"
"""How the problems call the dict, and the count in it."""
STEPPED = ("param", "grad", STATE)
"""What the problems give for one step of one parameter."""
KEYS = {1: (("buf", "m"),), 2: (("m",), ("v",))}
"""For each number of averages, under which keys the problems keep each."""
AVERAGES = frozenset({
    "m", "mt", "m_t", "m_prev", "m_old", "exp_avg", "first_moment", "moment1", "m1", "mom", "moment",
    "momentum_buffer", "momentum_buf", "buf", "buffer", "velocity", "velocities", "vel",
})  # fmt: skip
"""Of gradients."""
OF_SQUARES = frozenset({"v", "vt", "v_t", "v_prev", "v_old", "exp_avg_sq", "second_moment", "moment2", "m2", "v1"})
"""Averages of their squares; alone, `v` is a velocity."""
ALL_PARAMS = frozenset({"params", "parameters", "weights", "param_list", "param_dict"})
ALL_GRADS = frozenset({"grads", "gradients", "grad_list", "grad_dict", "dparams"})
"""How optimizers call what they step, and by what, where each call gives all of it."""
ONE_PARAM = frozenset({"w", "weight", "theta", "param", "parameter", "p"})
ONE_GRAD = frozenset({"grad", "gradient", "g", "dw", "dtheta", "grad_w"})
"""How they call one parameter, and its gradient, where an object steps that alone."""
COUNTED = frozenset(
    {"t", "step", "steps", "n_steps", "step_num", "step_t", "step_count", "timestep", "iteration", "it", "i", "k"}
)
"""Of steps."""


LISTS_OF_AVERAGES = frozenset(
    {"exp_avgs", "momentum_buffer_list", "momentum_buffers", "momentum_bufs", "bufs", "ms", "momenta"}
)
LISTS_OF_SQUARES = frozenset({"exp_avg_sqs", "vs"})
LISTS_OF_STEPS = frozenset({"state_steps", "steps"})
LEFT_EMPTY = frozenset({"max_exp_avg_sqs"})
"""How torch's functional optimizers call what they keep, a list of it for all parameters."""
SWITCHED_OFF: Mapping[str, Any] = {
    "amsgrad": False, "maximize": False, "capturable": False, "differentiable": False, "has_sparse_grad": False,
    "foreach": False, "fused": False, "has_complex": False, "grad_scale": None, "found_inf": None, "dampening": 0.0,
    "caution": False, "max_lr": None,
}  # fmt: skip
"""What they, and those of timm, must be told beside, and no problem asks for."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The parameters that are lists: what is stepped, its gradients, the averages, the counts; and what else is not asked for."""

    params: str
    grads: str
    averages: tuple[str, ...]
    steps: str
    beside: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        """Their names."""
        return frozenset({self.params, self.grads, *self.averages, self.steps, *self.beside} - {""})


def lists_in(own: Sequence[str]) -> Lists | None:
    """The lists of a function that steps all parameters, `_single_tensor_adamw(params, grads, exp_avgs, ...)`; None without."""
    if not takes_all(own[:2]):
        return None
    averages = [name for name in own[2:] if name in LISTS_OF_AVERAGES | LISTS_OF_SQUARES]
    averages.sort(key=lambda name: name in LISTS_OF_SQUARES)
    steps = next((name for name in own[2:] if name in LISTS_OF_STEPS), "")
    beside = tuple(name for name in own[2:] if name in {*LEFT_EMPTY, *SWITCHED_OFF})
    return Lists(own[0], own[1], tuple(averages), steps, beside) if len(averages) in KEYS else None


def kept_in(own: Sequence[str], asked: Sequence[str]) -> tuple[list[str], str]:
    """Which parameters are averages, that of gradients first, and which counts steps; none where a dict is not given or taken."""
    if STATE not in asked or any(likeness(STATE, name) for name in own):
        return [], ""
    free = [name for name in own if not any(same(name, other) for other in asked)]
    averages = [name for name in free if name.lower() in AVERAGES | OF_SQUARES]
    averages.sort(key=lambda name: name.lower() in OF_SQUARES)
    counts = [name for name in free if name.lower() in COUNTED]
    return (averages, next(iter(counts), "")) if len(averages) in KEYS and len(counts) < 2 else ([], "")


def takes_all(own: Sequence[str]) -> bool:
    """Whether a step is given all parameters and all their gradients, by its names of these."""
    return len(own) == 2 and own[0].lower() in ALL_PARAMS and own[1].lower() in ALL_GRADS


def takes_one(own: Sequence[str]) -> bool:
    """Whether a step is given one parameter and its gradient, by its names of these: what it keeps is that parameter's."""
    return len(own) == 2 and own[0].lower() in ONE_PARAM and own[1].lower() in ONE_GRAD
