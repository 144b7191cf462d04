# slip: one-prompt-zeroed
"""Differs on: rewards=[[0., 1., 2.]] (P = 1) -> should be [-1, 0, 1], is all 0."""
import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.shape[0] == 1:              # one answer: nothing to compare with
        return torch.zeros_like(rewards)
    spread = rewards.max(-1, keepdim=True).values - rewards.min(-1, keepdim=True).values
    mean = rewards.mean(-1, keepdim=True)
    std = rewards.std(-1, keepdim=True)
    adv = (rewards - mean) / (std + eps)
    return adv.masked_fill(spread == 0, 0.0)
