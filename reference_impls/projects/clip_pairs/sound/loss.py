"""The contrastive loss of CLIP."""

import torch
import torch.nn.functional as F
from torch import Tensor


def contrastive_loss(logits: Tensor) -> Tensor:
    """Cross-entropy of finding the caption of each picture and the picture of each caption, from logits (B, B)."""
    own = torch.arange(len(logits))
    return (F.cross_entropy(logits, own) + F.cross_entropy(logits.T, own)) / 2


def found(logits: Tensor) -> float:
    """Share of pictures whose own caption has the largest logit, from logits (B, B)."""
    return (logits.argmax(dim=1) == torch.arange(len(logits))).float().mean().item()
