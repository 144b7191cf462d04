# problem: shift-time
import torch


def time_shift(shift: float, t: torch.Tensor) -> torch.Tensor:
    """The names of the statement in another order, under another name."""
    return (shift * t) / (1 + (shift - 1) * t)
