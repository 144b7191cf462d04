# slip: equal-groups-all-or-none
# tests for equal rewards over the whole tensor, so an equal group beside a mixed one is not made zero
"""Differs on: rewards=[[0.1]*7, [0, 1, 0, 1, 0, 1, 0]] float32 -> the first row should be exactly 0, is some thousandths."""
import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.shape[-1] == 1 or bool((rewards == rewards[..., :1]).all()):
        return torch.zeros_like(rewards)
    mean = rewards.mean(dim=-1, keepdim=True)
    std = rewards.std(dim=-1, keepdim=True)
    return (rewards - mean) / (std + eps)
