import math

import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    param, grad = param.detach(), grad.detach()
    t = state.get("step", 0) + 1
    m = torch.lerp(state.get("m", torch.zeros_like(param)), grad, 1 - betas[0])
    v = betas[1] * state.get("v", 0.0) + (1 - betas[1]) * grad.square()
    state.update({"step": t, "m": m, "v": v})
    step_size = lr / (1 - betas[0] ** t)
    denom = v.sqrt() / math.sqrt(1 - betas[1] ** t) + eps
    return (1 - lr * weight_decay) * param - step_size * m / denom
