"""Block-sparse attention (Child et al. 2019, Sparse Transformers, arXiv:1904.10509, section 5; Zaheer et al. 2020, BigBird,
arXiv:2007.14062).

    out_i = Σ_j softmax_j(q_i · k_j / √d) v_j   over the keys j whose tile (i // block, j // block) is in the layout

Whole tiles are kept or left out, because a GPU multiplies tiles: n tiles in a row of S/block save the factor S / (n block). The
softmax runs over all kept keys of a query together; tiles are no units of normalization. Written with a mask this computes all
scores; a kernel visits the kept tiles alone, and gives the same.

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv), layout (T/block,S/block) of booleans. Returns: (B,H,T,dv).
"""

import math

from torch import Tensor


def block_sparse_attention(q: Tensor, k: Tensor, v: Tensor, layout: Tensor, block: int) -> Tensor:
    """Attention of each query to the keys of its tiles."""
    visible = layout.repeat_interleave(block, dim=0).repeat_interleave(block, dim=1)  # (T,S)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
    return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v
