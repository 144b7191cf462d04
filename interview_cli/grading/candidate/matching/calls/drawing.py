"""A source of random numbers for code that must be given one, as `rng`. Standard library only, until something is drawn."""

from __future__ import annotations

from typing import Any

SOURCES = ("rng", "np_rng", "generator")
"""How code calls where its random numbers come from; no value that a problem gives can take its place."""
SEEDS = ("seed", "random_seed", "random_state")
"""How it calls the number from which they are made: no value takes its place either."""


def source_called(name: str) -> Any:
    """What it is given: functions of torch do with None as a `generator`."""
    return None if name == "generator" else Source()


class Source:
    """As NumPy's generator, with the draws of the seed that is set before each call; uniform and normal ones are torch's.

    So what a problem gives in their place can be handed to the code when it draws.
    """

    def __getattr__(self, name: str) -> Any:
        import numpy as np

        return getattr(np.random.default_rng(np.random.randint(2**31)), name)

    def random(self, size: Any = None, dtype: Any = None) -> Any:
        """Uniform in [0, 1)."""
        return drawn("rand", size, dtype)

    def standard_normal(self, size: Any = None, dtype: Any = None) -> Any:
        """Standard normal."""
        return drawn("randn", size, dtype)

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Uniform in [low, high)."""
        return low + (high - low) * drawn("rand", size)

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Normal with this mean and deviation."""
        return loc + scale * drawn("randn", size)


def drawn(function: str, size: Any, dtype: Any = None) -> Any:
    """An array of torch's draws; a number where no size is said."""
    import torch

    shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
    found = getattr(torch, function)(shape, dtype=torch.float64).detach().numpy()
    return found.item() if size is None else found.astype(dtype or "float64", copy=False)
