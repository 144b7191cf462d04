import math


def clip_grad_norm(params, max_norm):
    grads, norm = [], 0.0
    for p in params:
        if p.grad is None:
            continue
        grads.append(p.grad)
        norm = math.hypot(norm, float(p.grad.norm()))
    if norm <= max_norm:
        return norm
    for g in grads:
        g.div_(norm).mul_(max_norm)
    return norm
