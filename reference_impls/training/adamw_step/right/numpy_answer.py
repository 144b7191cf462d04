import numpy as np


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    p, g = np.asarray(param), np.asarray(grad)
    b1, b2 = betas
    state["step"] = t = state.get("step", 0) + 1
    state["m"] = m = b1 * state.get("m", np.zeros_like(p)) + (1 - b1) * g
    state["v"] = v = b2 * state.get("v", np.zeros_like(p)) + (1 - b2) * g * g
    update = (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps) + weight_decay * p
    return p - lr * update
