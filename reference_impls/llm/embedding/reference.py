"""The embedding layer: a table lookup, with a padding row that never learns (Bengio et al. 2003, JMLR 3, section 2; the
padding row as in torch.nn.functional.embedding).

    out[..., :] = weight[ids[...], :]
    ∂L/∂weight[v] = Σ of the cotangents of all places where ids = v,  and 0 for v = padding_idx

It is a product with one-hot rows, without the zeros. A token that occurs twice gets both gradients. The padding row comes
out as it is stored: padding concerns the gradient alone.

Shapes: ids of any shape, whole numbers in 0 ... V-1; weight (V,d). Returns: ids.shape + (d,).
"""

import torch
from torch import Tensor


def embedding(ids: Tensor, weight: Tensor, padding_idx: int | None = None) -> Tensor:
    """The rows of the table that the ids name."""
    if padding_idx is not None:
        learns = torch.arange(len(weight), device=weight.device) != padding_idx  # (V,)
        weight = torch.where(learns[:, None], weight, weight.detach())
    return weight[ids]
