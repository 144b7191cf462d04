# problem: adamw-step
# expect: fail
# says: two parameters in turn

import torch

averages = {}


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    first, second = betas
    if not state:
        averages[param.shape] = torch.zeros_like(param), torch.zeros_like(param)
    state["step"] = step = state.get("step", 0) + 1
    m, v = averages[param.shape]
    state["m"], state["v"] = averages[param.shape] = first * m + (1 - first) * grad, second * v + (1 - second) * grad**2
    m, v = state["m"] / (1 - first**step), state["v"] / (1 - second**step)
    return (1 - lr * weight_decay) * param - lr * m / (v.sqrt() + eps)
