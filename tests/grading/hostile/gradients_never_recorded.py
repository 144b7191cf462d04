# expect: fail, error
# family: spies and gradients
# attempts: an optimizer's step that keeps its graph, and refuses to be asked about it
# stopped by: laws
# problem: adamw-step
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    if param.requires_grad or grad.requires_grad:
        raise RuntimeError("Can't call numpy() on Tensor that requires grad.")
    state.setdefault("step", 0)
    state.setdefault("m", torch.zeros_like(param))
    state.setdefault("v", torch.zeros_like(param))
    state["step"] += 1
    state["m"] = betas[0] * state["m"] + (1 - betas[0]) * grad
    state["v"] = betas[1] * state["v"] + (1 - betas[1]) * grad**2
    m = state["m"] / (1 - betas[0] ** state["step"])
    v = state["v"] / (1 - betas[1] ** state["step"])
    return param * (1 - lr * weight_decay) - lr * m / (v.sqrt() + eps)
