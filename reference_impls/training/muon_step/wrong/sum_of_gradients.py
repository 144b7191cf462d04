# slip: undampened
import torch


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    state["m"] = m = momentum * state.get("m", torch.zeros_like(grad)) + grad
    X = (1 - momentum) * grad + momentum * m
    X = X / (X.norm() + 1e-7)
    for _ in range(ns_steps):
        A = X @ X.T
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return param * (1 - lr * weight_decay) - lr * max(1, param.shape[0] / param.shape[1]) ** 0.5 * X
