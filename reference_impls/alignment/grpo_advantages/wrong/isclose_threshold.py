# slip: none
import torch


def grpo_advantages(rewards, eps=1e-6):
    mean = rewards.mean(dim=-1, keepdim=True)
    if rewards.shape[-1] == 1:
        return torch.zeros_like(rewards)
    std = rewards.std(dim=-1, keepdim=True)
    return torch.where(std < 1e-4, torch.zeros_like(rewards), (rewards - mean) / (std + eps))
