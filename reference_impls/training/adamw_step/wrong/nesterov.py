# slip: nesterov
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    b1, b2 = betas
    t = state["step"] = state.get("step", 0) + 1
    state["m"] = b1 * state.get("m", 0) + (1 - b1) * grad
    state["v"] = b2 * state.get("v", 0) + (1 - b2) * grad**2
    ahead = (b1 * state["m"] + (1 - b1) * grad) / (1 - b1**t)
    denom = (state["v"] / (1 - b2**t)).sqrt() + eps
    return (1 - lr * weight_decay) * param - lr * ahead / denom
