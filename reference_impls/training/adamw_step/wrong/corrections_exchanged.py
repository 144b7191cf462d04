# slip: corrections-exchanged
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    t = state.get("step", 0) + 1
    m = state.get("m", torch.zeros_like(param)).lerp(grad, 1 - betas[0])
    v = state.get("v", torch.zeros_like(param)) * betas[1] + (1 - betas[1]) * grad.square()
    state["step"], state["m"], state["v"] = t, m, v
    c1, c2 = (1 - beta**t for beta in reversed(betas))
    return param * (1 - lr * weight_decay) - lr * (m / c1) / ((v / c2).sqrt() + eps)
