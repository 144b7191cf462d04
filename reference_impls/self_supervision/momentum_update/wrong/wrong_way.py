# slip: arguments-exchanged
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        o.mul_(m).add_(t, alpha=1 - m)
    for o, t in zip(online.buffers(), target.buffers()):
        o.copy_(t)
