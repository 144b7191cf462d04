"""One step of confidence-based parallel decoding (Chang et al. 2022, arXiv:2202.04200, section 3.2, with the cosine
schedule and without noise on the confidence).

    n        = ⌊L cos(π/2 · (step + 1)/steps)⌋       how many stay masked after this step
    proposal = argmax_v p_l(v),   confidence = max_v p_l(v)        at each masked position l
    the n least confident masked positions stay masked, the others take their proposals

The schedule is concave: few tokens first, while little is known, and many at the end. At the last step n = ⌊L cos(π/2)⌋ =
0.

Shapes: tokens (B,L) whole numbers, mask_id where masked; logits (B,L,V). Returns: the new tokens (B,L).
"""

import math

import torch
from torch import Tensor


def maskgit_step(tokens: Tensor, logits: Tensor, step: int, steps: int, mask_id: int) -> Tensor:
    """Reveal the most confident of the masked tokens."""
    n = math.floor(tokens.shape[1] * math.cos(math.pi / 2 * (step + 1) / steps))
    masked = tokens == mask_id
    confidence, proposal = logits.softmax(dim=-1).max(dim=-1)  # (B,L)
    least = confidence.masked_fill(~masked, float("inf")).argsort(dim=-1)[:, :n]  # (B,n)
    stays = torch.zeros_like(masked).scatter(1, least, True)
    return torch.where(masked & ~stays, proposal, tokens)
