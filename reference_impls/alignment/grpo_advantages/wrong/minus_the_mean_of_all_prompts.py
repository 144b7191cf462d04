# slip: mean-of-the-batch-in-equal-groups-too
import torch


def grpo_advantages(rewards, eps=1e-6):
    baseline = rewards.mean()
    spread = rewards.std(dim=-1, keepdim=True) if rewards.shape[-1] > 1 else torch.zeros_like(rewards)
    return (rewards - baseline) / (spread + eps)
