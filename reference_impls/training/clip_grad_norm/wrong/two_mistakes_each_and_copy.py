# slip: none
import torch


def clip_grad_norm(params, max_norm):
    norms = [0.0]
    for p in params:
        if p.grad is not None:
            n = p.grad.norm().item()
            norms.append(n)
            if n > max_norm:
                p.grad = p.grad * max_norm / n
    return max(norms)
