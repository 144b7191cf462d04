# slip: read-twice
def clip_grad_norm(params, max_norm):
    total = sum(p.grad.pow(2).sum() for p in params if p.grad is not None)
    total = float(total) ** 0.5
    if total > max_norm:
        for p in params:
            if p.grad is not None:
                p.grad.mul_(max_norm / total)
    return total
