# slip: leave-one-out-without-std
import torch


def grpo_advantages(rewards, eps=1e-6):
    G = rewards.shape[-1]
    if G == 1:
        return torch.zeros_like(rewards)
    base = (rewards.sum(-1, keepdim=True) - rewards) / (G - 1)
    return rewards - base
