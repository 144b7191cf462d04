"""Draw the next token: temperature, top-k, nucleus (Fan et al. 2018, arXiv:1805.04833; Holtzman et al. 2020, arXiv:1904.09751,
section 3.1).

    p_i ∝ exp(z_i / τ)                      temperature first: it changes the nucleus, not the top-k set
    keep the k most likely                  all when k >= V
    keep the smallest set of the most likely with Σ p >= top_p   of the renormalised rest; the token that crosses top_p stays
    draw from what is left, renormalised

τ = 0 is the limit: the most likely token. Written on sorted logits, so that each filter is a mask of a prefix.

Shapes: logits (B,V). Returns: tokens (B,), int64.
"""

import torch
from torch import Tensor


def sample_next_token(
    logits: Tensor, temperature: float = 1.0, top_k: int | None = None, top_p: float | None = None
) -> Tensor:
    """One token for each row of logits."""
    if temperature == 0:
        return logits.argmax(dim=-1)
    z, tokens = (logits / temperature).sort(dim=-1, descending=True)  # (B,V)
    if top_k is not None:
        z[:, top_k:] = float("-inf")
    probs = z.softmax(dim=-1)  # renormalised over the k
    if top_p is not None:
        before = probs.cumsum(dim=-1) - probs  # mass of the more likely ones
        outside = before >= top_p
        outside[:, 0] = False
        probs = probs.masked_fill(outside, 0.0)
    drawn = torch.multinomial(probs, num_samples=1)  # (B,1) places in the sorted order; renormalises by itself
    return tokens.gather(dim=-1, index=drawn).squeeze(-1)
