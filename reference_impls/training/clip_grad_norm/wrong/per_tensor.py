# slip: none
import torch


def clip_grad_norm(params, max_norm):
    norms = []
    for p in params:
        if p.grad is None:
            continue
        n = p.grad.norm()
        norms.append(n)
        if n > max_norm:
            p.grad.mul_(max_norm / n)
    return torch.stack(norms).sum().item() if norms else 0.0
