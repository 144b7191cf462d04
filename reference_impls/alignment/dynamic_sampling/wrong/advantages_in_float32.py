# slip: deviation-from-a-mean-in-float32
import torch

def informative_groups(rewards):
    r = rewards.to(torch.float32)
    adv = r - r.sum(dim=1, keepdim=True) / r.shape[1]
    return (adv != 0).any(dim=1)
