# slip: norm-alone
import torch


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    m = state.setdefault("m", torch.zeros_like(grad))
    m.mul_(momentum).add_(grad, alpha=1 - momentum)
    update = momentum * m + (1 - momentum) * grad
    X = torch.nn.functional.normalize(update.flatten(), dim=0, eps=0.0).view_as(update)
    for _ in range(ns_steps):
        A = X @ X.T
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    scale = max(1.0, grad.shape[0] / grad.shape[1]) ** 0.5
    return param * (1 - lr * weight_decay) - lr * scale * X
