# slip: trainable-alone
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        if t.requires_grad:
            t.mul_(m).add_(o, alpha=1 - m)
    for o, t in zip(online.buffers(), target.buffers()):
        t.copy_(o)
