# slip: two-dimensions-only
import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.shape[1] == 1: return torch.zeros_like(rewards)
    m, s = rewards.mean(1, keepdim=True), rewards.std(1, keepdim=True)
    same = (rewards == rewards[:, :1]).all(1, keepdim=True)
    return torch.where(same, torch.zeros_like(rewards), (rewards - m) / (s + eps))
