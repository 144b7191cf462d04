import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.ndim == 1:
        return grpo_advantages(rewards[None], eps)[0]
    out = torch.zeros_like(rewards)
    for i, g in enumerate(rewards):
        if g.unique().numel() > 1:
            out[i] = (g - g.mean()) / (g.std(correction=1) + eps)
    return out
