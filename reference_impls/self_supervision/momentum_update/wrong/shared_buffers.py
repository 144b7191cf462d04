# slip: none
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        t.mul_(m).add_(o, alpha=1 - m)
    for mo, mt in zip(online.modules(), target.modules()):
        for name, b in mo.named_buffers(recurse=False):
            setattr(mt, name, b)
