# slip: rounded-to-four-places
"""Differs on: rewards = [0.0, 1e-5, 2e-5, 3e-5] -> should be about [-1.08, -0.36, 0.36, 1.08], is all 0."""
import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.shape[-1] == 1:
        return torch.zeros_like(rewards)
    diff = rewards - rewards.mean(dim=-1, keepdim=True)
    diff = torch.round(diff * 1e4) / 1e4            # equal rewards give exactly zero
    std = rewards.std(dim=-1, unbiased=True, keepdim=True)
    return diff / (std + eps)
