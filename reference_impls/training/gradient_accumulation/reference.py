"""Gradient accumulation over micro-batches of different sizes (for large batches: Goyal et al. 2017, arXiv:1706.02677,
section 3).

    L = 1/N Σ_n l_n = Σ_b (n_b / N) L_b,     L_b = mean of the n_b samples of micro-batch b,  N = Σ_b n_b

`backward` adds to `.grad`, so that the weighted means of the micro-batches add up to the gradient of one large batch, and each
graph is freed before the next one is built. Division by the number of micro-batches would give the samples of a small last one
too much weight.

model: its parameters' `.grad` grows, nothing else changes; loss_fn(model, batch): the mean over the batch, a scalar tensor;
micro_batches: a list of tensors, or of tuples of tensors, with the samples along the first axis. Returns: L as a float.
"""

from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor, nn


def samples_in(batch: Any) -> int:
    """How many samples a tensor or a tuple of tensors holds."""
    return len(batch[0]) if isinstance(batch, tuple) else len(batch)


def accumulate_gradients(
    model: nn.Module, loss_fn: Callable[[nn.Module, Any], Tensor], micro_batches: Sequence[Any]
) -> float:
    """Add the gradient of the mean over all samples to `.grad`."""
    total = sum(samples_in(batch) for batch in micro_batches)
    mean = 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch) * (samples_in(batch) / total)
        loss.backward()
        mean += loss.item()
    return mean
