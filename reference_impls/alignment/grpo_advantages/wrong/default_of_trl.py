# slip: default-eps-of-trl
import torch
def grpo_advantages(rewards, eps=1e-4):
    low, high = rewards.amin(-1, keepdim=True), rewards.amax(-1, keepdim=True)
    adv = (rewards - rewards.mean(-1, keepdim=True)) / (rewards.std(-1, keepdim=True) + eps)
    return torch.where(low == high, torch.zeros_like(adv), adv)
