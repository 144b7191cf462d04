# slip: no-shape-factor
import torch


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    """The factor is taken from the transposed matrix, where it is always 1."""
    state["m"] = m = momentum * state.get("m", torch.zeros_like(grad)) + (1 - momentum) * grad
    X = (1 - momentum) * grad + momentum * m
    tall = X.shape[0] > X.shape[1]
    X = X.T if tall else X
    X = X / (X.norm() + 1e-7)
    for _ in range(ns_steps):
        A = X @ X.T
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    X = X * max(1, X.shape[0] / X.shape[1]) ** 0.5
    X = X.T if tall else X
    return param * (1 - lr * weight_decay) - lr * X
