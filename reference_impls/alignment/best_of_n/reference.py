"""Best-of-n sampling (Stiennon et al. 2020, arXiv:2009.01325; rejection sampling in Nakano et al. 2021, arXiv:2112.09332).

    y* = argmax_{i < n} r(y_i),       the first of them on ties

The simplest way to use a reward model, without any training: draw n answers, keep the one with the highest reward. A reward is
as costly as a forward pass of a large model, so that each answer is scored once and its score kept.

samples: a list; reward: a function of one sample; n: how many samples from the front compete.
Returns: (sample, reward). Raises: ValueError if n is below 1 or above the number of samples.
"""

from collections.abc import Callable, Sequence
from typing import Any


def best_of_n(samples: Sequence[Any], reward: Callable[[Any], float], n: int) -> tuple[Any, float]:
    """The best of the first n samples, and its reward."""
    if not 1 <= n <= len(samples):
        raise ValueError(f"n = {n} of {len(samples)} samples")
    rewards = [reward(sample) for sample in samples[:n]]
    best = max(range(n), key=rewards.__getitem__)  # the first on ties
    return samples[best], rewards[best]
