"""Group relative policy optimization (Shao et al. 2024)."""

import torch
from torch import Tensor

CLIP = 0.2
KL_WEIGHT = 0.02


def advantages(rewards: Tensor) -> Tensor:
    """Rewards (problems, group) minus the mean of their group, divided by its standard deviation."""
    mean = rewards.mean(dim=1, keepdim=True)
    deviation = rewards.std(dim=1, keepdim=True)
    return (rewards - mean) / (deviation + 1e-4)


def kl_estimate(new: Tensor, reference: Tensor) -> Tensor:
    """An estimate, never negative, of the KL divergence from the reference, for each token."""
    ratio = reference - new
    return ratio.exp() - ratio - 1


def grpo_loss(new: Tensor, old: Tensor, reference: Tensor, advantage: Tensor) -> Tensor:
    """The clipped objective with its penalty, from log probabilities (B, T) under three policies and advantages (B,)."""
    ratio = (new - old).exp()
    clipped = ratio.clamp(1 - CLIP, 1 + CLIP)
    gain = torch.minimum(ratio * advantage[:, None], clipped * advantage[:, None])
    return -(gain - KL_WEIGHT * kl_estimate(new, reference)).mean()
