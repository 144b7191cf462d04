# slip: none
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        t.copy_((1 - m) * t + m * o)
