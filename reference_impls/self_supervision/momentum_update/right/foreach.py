import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    old = [p.detach() for p in target.parameters()]
    new = [p.detach() for p in online.parameters()]
    if old:
        torch._foreach_mul_(old, m)
        torch._foreach_add_(old, new, alpha=1 - m)
    for a, b in zip(target.buffers(), online.buffers()):
        a.fill_(0).add_(b)
