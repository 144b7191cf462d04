# slip: eps-of-trl
import torch
def grpo_advantages(rewards, eps=1e-6):
    centred = rewards - rewards.mean(-1, keepdim=True)
    is_flat = rewards.amin(-1, keepdim=True) == rewards.amax(-1, keepdim=True)
    return (centred / (rewards.std(-1, keepdim=True) + 1e-4)).masked_fill(is_flat, 0)
