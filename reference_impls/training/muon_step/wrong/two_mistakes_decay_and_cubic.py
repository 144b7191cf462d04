# slip: none
import torch


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    state["m"] = m = momentum * state.get("m", torch.zeros_like(grad)) + (1 - momentum) * grad
    X = (1 - momentum) * grad + momentum * m
    X = X / (X.norm() + 1e-7)
    for _ in range(ns_steps):
        X = 1.5 * X - 0.5 * X @ X.T @ X
    return param * (1 - weight_decay) - lr * max(1, param.shape[0] / param.shape[1]) ** 0.5 * X
