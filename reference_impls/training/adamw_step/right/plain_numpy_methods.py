import numpy as np


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    if "step" not in state:
        state["step"], state["m"], state["v"] = 0, 0 * param.astype(grad.dtype), 0 * grad
    state["step"] += 1
    state["m"] = betas[0] * state["m"] + (1 - betas[0]) * grad
    state["v"] = betas[1] * state["v"] + (1 - betas[1]) * grad**2
    mhat = state["m"] / (1 - betas[0] ** state["step"])
    vhat = state["v"] / (1 - betas[1] ** state["step"])
    return param * (1 - lr * weight_decay) - lr * mhat / (np.sqrt(vhat) + eps)
