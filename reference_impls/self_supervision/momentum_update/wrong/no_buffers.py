# slip: buffers-left-alone
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        t.data.mul_(m).add_(o.data, alpha=1 - m)
