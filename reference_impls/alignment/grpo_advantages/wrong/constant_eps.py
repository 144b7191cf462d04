# slip: eps-constant
import torch
def grpo_advantages(rewards, eps=1e-6):
    adv = (rewards - rewards.mean(-1, keepdim=True)) / (rewards.std(-1, keepdim=True) + 1e-8)
    return torch.where(rewards.amax(-1, keepdim=True) == rewards.amin(-1, keepdim=True), torch.zeros_like(adv), adv)
