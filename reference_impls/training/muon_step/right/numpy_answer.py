import numpy as np


def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    p, g = np.asarray(param), np.asarray(grad)
    m = momentum * state.get("m", np.zeros_like(g)) + (1 - momentum) * g
    state["m"] = m
    x = (1 - momentum) * g + momentum * m
    x = x / (np.linalg.norm(x) + 1e-7)
    for _ in range(ns_steps):
        gram = x.T @ x
        x = 3.4445 * x + x @ (-4.7750 * gram + 2.0315 * gram @ gram)
    rows, cols = p.shape
    return p * (1 - lr * weight_decay) - lr * np.sqrt(max(1, rows / cols)) * x
