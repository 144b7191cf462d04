"""The LPIPS distance from finished features (Zhang et al. 2018, arXiv:1801.03924, section 3, eq. 1).

    d(x, y) = Σ_l 1/(H_l W_l) Σ_{h,w} Σ_c w_lc (x̂_lchw - ŷ_lchw)²,       x̂ = x / (‖x‖ + ε),  ε = 1e-10

x and y are the activations of both images in layer l of one network, ‖·‖ the Euclidean length over the channels of one place.
So the direction of the feature vector counts and not its strength. The paper prints the weights inside the square; the
released code, whose weights w ≥ 0 are fitted to human choices, has them outside as a 1 x 1 convolution, and so do we.

Shapes: layer l of each list (B,C_l,H_l,W_l), its weights (C_l,). Returns: (B,), 0 for equal features.
"""

from collections.abc import Sequence

import torch
from torch import Tensor


def lpips_distance(feats_x: Sequence[Tensor], feats_y: Sequence[Tensor], weights: Sequence[Tensor]) -> Tensor:
    """Weighted squared differences of unit feature vectors: mean over places, sum over layers."""
    layers = []
    for x, y, w in zip(feats_x, feats_y, weights, strict=True):
        x_hat = x / (x.norm(dim=1, keepdim=True) + 1e-10)  # (B,C,H,W)
        y_hat = y / (y.norm(dim=1, keepdim=True) + 1e-10)
        squared = (x_hat - y_hat) ** 2
        weighted = (w.reshape(-1, 1, 1) * squared).sum(dim=1)  # (B,H,W)
        layers.append(weighted.mean(dim=(-2, -1)))  # (B,)
    return torch.stack(layers).sum(dim=0)
