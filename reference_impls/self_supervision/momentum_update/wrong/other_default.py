# slip: default-0.999
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.999):
    for o, t in zip(online.parameters(), target.parameters()):
        t.mul_(m).add_(o, alpha=1 - m)
    for o, t in zip(online.buffers(), target.buffers()):
        t.copy_(o)
