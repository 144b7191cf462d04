# slip: none
def clip_grad_norm(params, max_norm):
    params = [p for p in params if p.grad is not None]
    total = float(sum((p.grad**2).sum() for p in params)) ** 0.5
    if total > max_norm:
        for p in params:
            p.grad = p.grad * (max_norm / total)
    return total
