"""Cross-entropy of class indices under a softmax (Goodfellow et al. 2016, Deep Learning, section 6.2.2.3, eq. 6.30).

    loss = -1/N Σ_n log softmax(z_n)[y_n],   log softmax(z)_y = (z_y - m) - log Σ_c exp(z_c - m),   m = max_c z_c

Subtracting each row's maximum changes nothing in exact arithmetic; without it exp overflows (beyond 88 in float32), and
the logarithm of an underflown probability is -inf. Hence never log(softmax(z)) in two steps. ∂loss/∂z = (softmax(z) -
onehot(y)) / N.

Shapes: logits (N,C), targets (N,) int64.
Returns: a scalar.
"""

import torch
from torch import Tensor


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Mean negative log-likelihood of the targets."""
    shifted = logits - logits.amax(dim=1, keepdim=True)  # (N,C), at most 0
    log_z = shifted.exp().sum(dim=1).log()  # (N,)
    picked = shifted[torch.arange(len(targets), device=logits.device), targets]  # (N,)
    return (log_z - picked).mean()
