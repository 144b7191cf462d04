# slip: whole-batch-but-equal-groups
import torch


def grpo_advantages(rewards, eps=1e-6):
    adv = (rewards - rewards.mean()) / (rewards.std() + eps)
    return torch.where(rewards.amax(-1, keepdim=True) == rewards.amin(-1, keepdim=True), torch.zeros_like(adv), adv)
