"""Top-k filter (Fan et al. 2018, arXiv:1805.04833).

    V^(k) = the k tokens with the largest logits of a row

The k-th largest logit is the row's threshold: what is below it is outside. softmax is increasing, so that no probability has
to be computed for it; drawing from softmax of the result renormalises by itself.

Shapes: logits (...,V), k >= 1, all are kept where k >= V. Returns: logits of the same shape, -inf outside the k largest.
"""

from torch import Tensor


def top_k_filter(logits: Tensor, k: int) -> Tensor:
    """The k largest logits of each row, -inf elsewhere."""
    best = logits.topk(min(k, logits.shape[-1]), dim=-1).values  # (...,k), largest first
    least = best[..., -1:]  # (...,1)
    return logits.masked_fill(logits < least, float("-inf"))
