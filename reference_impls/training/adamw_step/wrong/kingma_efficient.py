# slip: eps-before-correction
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    t = state["step"] = state.get("step", 0) + 1
    m = state["m"] = betas[0] * state.get("m", 0) + (1 - betas[0]) * grad
    v = state["v"] = betas[1] * state.get("v", 0) + (1 - betas[1]) * grad * grad
    alpha = lr * (1 - betas[1] ** t) ** 0.5 / (1 - betas[0] ** t)
    return param * (1 - lr * weight_decay) - alpha * m / (v.sqrt() + eps)
