# slip: none
import torch


def grpo_advantages(rewards, eps=1e-6):
    same = (rewards == rewards[:, :1]).all(1, keepdim=True)
    mean = rewards.mean(dim=1, keepdim=True)
    std = rewards.std(dim=1, keepdim=True) if rewards.shape[1] > 1 else torch.ones_like(mean)
    return torch.where(same, 0.0, (rewards - mean) / (std + eps))
