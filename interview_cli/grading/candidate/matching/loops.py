"""Samplers that go through all levels of noise, where a problem asks for one step between two of them. Standard library only."""

from __future__ import annotations

from collections.abc import Collection, Sequence

SAMPLE, CLEAN, BEFORE = "x", "x0", "x0_prev"
LEVEL, LEVEL_BEFORE, LEVEL_NEXT = "sigma", "sigma_prev", "sigma_next"
ASKED = frozenset({SAMPLE, CLEAN, BEFORE, LEVEL, LEVEL_BEFORE, LEVEL_NEXT})
"""How problems call what one step of such a sampler is given."""
LEVELS = frozenset({"sigmas", "sigma_schedule", "sigma_steps", "sigma_list"})
"""How samplers call all levels."""


def goes_through_levels(asked: Collection[str], must: Sequence[str]) -> bool:
    """Whether what a function must be given are a model, a sample and levels, where one step is asked for."""
    left = [name for name in must if name not in LEVELS]
    return {*asked} == ASKED and len(left) == len(must) - 1 == 2 and any(map(is_sample, left))


def is_sample(name: str) -> bool:
    """`x`, `x_T`, `x_init`; `latents`."""
    return name.lower().partition("_")[0] in ("x", "xt", "latent", "latents", "noise", "sample")
