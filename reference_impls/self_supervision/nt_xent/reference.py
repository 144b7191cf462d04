"""NT-Xent, the normalized temperature-scaled cross-entropy of SimCLR (Chen et al. 2020, arXiv:2002.05709, eq. 1, algorithm 1).

    l(i, j) = -log exp(s_ij / τ) / Σ_{k ≠ i} exp(s_ik / τ),     s = cosine similarity

Two views of each of B images make 2B embeddings, each of which is an anchor: j is the other view of its image, and the 2B - 2
views of other images are its negatives, whether they lie in the same half or not. An anchor's similarity with itself is left out,
or it would win every time. The loss is the mean over all 2B anchors.

Shapes: z1, z2 (B,d), not normalized yet, row b of both from image b. Returns: a scalar.
"""

import torch
from torch import Tensor


def nt_xent(z1: Tensor, z2: Tensor, tau: float = 0.5) -> Tensor:
    """Cross-entropy of finding the other view among all that are not oneself."""
    B = len(z1)
    z = torch.cat([z1, z2])  # (2B,d)
    z = z / z.norm(dim=-1, keepdim=True)
    logits: Tensor = z @ z.T / tau  # (2B,2B)
    logits = logits.masked_fill(torch.eye(2 * B, dtype=torch.bool), float("-inf"))
    other = (torch.arange(2 * B) + B) % (2 * B)  # (2B,)
    return (logits.logsumexp(dim=-1) - logits[torch.arange(2 * B), other]).mean()
