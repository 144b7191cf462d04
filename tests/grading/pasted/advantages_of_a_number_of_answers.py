# problem: grpo-advantages
import torch
def compute_group_advantages(rewards, G, eps=1e-6):
    r = rewards.reshape(-1, G)
    same = (r == r[:, :1]).all(1, keepdim=True)
    std = r.std(1, keepdim=True) if G > 1 else torch.zeros_like(r)
    adv = (r - r.mean(1, keepdim=True)) / (std + eps)
    return torch.where(same, 0.0, adv).reshape(rewards.shape)
