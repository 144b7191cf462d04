# slip: gradient-taken-for-the-moment
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    if not state:
        state["step"], state["m"], state["v"] = 0, grad, grad * grad
        state["m"].mul_(1 - betas[0])
        state["v"].mul_(1 - betas[1])
    else:
        state["m"].mul_(betas[0]).add_(grad, alpha=1 - betas[0])
        state["v"].mul_(betas[1]).addcmul_(grad, grad, value=1 - betas[1])
    state["step"] += 1
    m = state["m"] / (1 - betas[0] ** state["step"])
    v = state["v"] / (1 - betas[1] ** state["step"])
    return param * (1 - lr * weight_decay) - lr * m / (v.sqrt() + eps)
