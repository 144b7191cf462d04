"""The training loss of masked diffusion language models (Nie et al. 2025, arXiv:2502.09992, eq. 3; Sahoo et al. 2024,
arXiv:2406.07524, eq. 10 with a linear schedule).

    L = 1/(B·L) Σ_b 1/t_b Σ_{l masked} -log softmax(logits_{b,l})[x0_{b,l}]

Each token is masked with probability t, so about t·L terms occur: the weight 1/t makes up for it, and turns the sum into
a bound on the negative log-likelihood. Tokens that are visible cost nothing: the model has only to copy them.

Shapes: logits (B,L,V), x0 (B,L) whole numbers, masked (B,L) booleans, t (B,) in (0, 1]. Returns: a scalar.
"""

import torch
from torch import Tensor


def masked_diffusion_loss(logits: Tensor, x0: Tensor, masked: Tensor, t: Tensor) -> Tensor:
    """Cross-entropy on the masked tokens, weighted by 1/t, per token of the batch."""
    log_p = logits.log_softmax(dim=-1).gather(-1, x0[..., None]).squeeze(-1)  # (B,L)
    weighted = torch.where(masked, -log_p, 0.0) / t[:, None]
    return weighted.sum() / x0.numel()
