# slip: none-not-skipped
def clip_grad_norm(params, max_norm):
    grads = [p.grad.detach() for p in params]
    total = float(sum((g**2).sum() for g in grads)) ** 0.5
    if total > max_norm:
        for g in grads:
            g.mul_(max_norm / total)
    return total
