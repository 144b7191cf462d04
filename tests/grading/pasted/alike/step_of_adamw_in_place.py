# problem: adamw-step
# expect: fail
# says: Your code returns None. Does each way through it end in `return`
# not: is_leaf
# not: a value is None there
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    if not state:
        state.update(step=0, m=torch.zeros_like(param), v=torch.zeros_like(param))
    state["step"] += 1
    state["m"].mul_(betas[0]).add_(grad, alpha=1 - betas[0])
    state["v"].mul_(betas[1]).addcmul_(grad, grad, value=1 - betas[1])
    m = state["m"] / (1 - betas[0] ** state["step"])
    v = state["v"] / (1 - betas[1] ** state["step"])
    param.mul_(1 - lr * weight_decay)
    param.sub_(lr * m / (v.sqrt() + eps))
