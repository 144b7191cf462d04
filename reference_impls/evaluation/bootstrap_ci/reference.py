"""Confidence interval of a difference by the paired bootstrap (Efron & Tibshirani 1993, chapter 13, percentile interval; Koehn
2004, "Statistical significance tests for machine translation evaluation", EMNLP, section 4).

    δ_i = a_i - b_i      δ*_r = mean of δ over the items of resample r      [quantile(δ*, α/2), quantile(δ*, 1 - α/2)]

Both systems are seen on the same resampled items, so what makes an item hard or easy cancels: the interval is as narrow as the
differences vary, not as the scores do.

Shapes: a, b (N,), indices (R,N), a resample of the items in each row. Returns: (difference of the means, low, high).
"""

import torch
from torch import Tensor


def bootstrap_ci(a: Tensor, b: Tensor, indices: Tensor, alpha: float = 0.05) -> tuple[float, float, float]:
    """The difference, and the ends of its interval of level 1 - alpha."""
    delta = a - b
    resampled = delta[indices].mean(dim=1)  # (R,)
    low, high = resampled.quantile(torch.tensor([alpha / 2, 1 - alpha / 2], dtype=delta.dtype))  # linear interpolation
    return float(delta.mean()), float(low), float(high)
