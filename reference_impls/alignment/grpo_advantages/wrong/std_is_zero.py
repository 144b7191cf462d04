# slip: none
import torch


def grpo_advantages(rewards, eps=1e-6):
    std = rewards.std(-1, keepdim=True)
    adv = (rewards - rewards.mean(-1, keepdim=True)) / (std + eps)
    return torch.where(std == 0, torch.zeros_like(adv), adv).nan_to_num(0.0)
