"""Sigmoid loss for language-image pre-training (Zhai et al. 2023, SigLIP, arXiv:2303.15343, section 3.2 and algorithm 1).

    L = -1/B Σ_i Σ_j log σ( z_ij (t x_i·y_j + b) ),      z_ij = +1 for i = j, -1 else

Every pair is a yes-no question of its own, so that no sum over the batch stands in a denominator, as in a softmax. There are B
positives and B² - B negatives: the bias b, -10 at the start, says beforehand that most pairs don't match. The sum is divided by
B, the number of images, not of pairs. log σ is computed stably.

Shapes: image_emb, text_emb (B,d), not normalized yet; logit_scale t and logit_bias b: numbers or 0-d tensors, used as they are.
Returns: a scalar.
"""

import torch
from torch import Tensor
from torch.nn.functional import logsigmoid


def siglip_loss(image_emb: Tensor, text_emb: Tensor, logit_scale: float | Tensor, logit_bias: float | Tensor) -> Tensor:
    """Binary cross-entropy of all pairs, matching ones on the diagonal."""
    x = image_emb / image_emb.norm(dim=-1, keepdim=True)
    y = text_emb / text_emb.norm(dim=-1, keepdim=True)
    logits = logit_scale * x @ y.T + logit_bias  # (B,B)
    B = len(logits)
    labels = 2 * torch.eye(B, dtype=logits.dtype) - 1
    return -logsigmoid(labels * logits).sum() / B
