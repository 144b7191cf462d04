# slip: each-value
import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return 0.0
    total = torch.stack([g.norm() for g in grads]).norm().item()
    for g in grads:
        g.clamp_(-max_norm, max_norm)
    return total
