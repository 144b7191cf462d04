import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.dim() == 1:
        return one_group(rewards, eps)
    return torch.stack([one_group(group, eps) for group in rewards])


def one_group(r, eps):
    if r.numel() < 2 or r.max() == r.min():
        return torch.zeros_like(r)
    return (r - r.mean()) / (r.std() + eps)
