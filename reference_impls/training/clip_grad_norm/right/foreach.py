import torch


def clip_grad_norm(params, max_norm):
    grads = [g for g in (p.grad for p in params) if g is not None]
    if not grads:
        return 0.0
    norms = torch._foreach_norm(grads)
    total = torch.stack(norms).square().sum().sqrt()
    if total > max_norm:
        torch._foreach_mul_(grads, float(max_norm / total))
    return total
