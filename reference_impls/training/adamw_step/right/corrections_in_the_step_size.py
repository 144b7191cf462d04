import math
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    with torch.no_grad():
        if "m" not in state:
            state["m"], state["v"], state["step"] = torch.zeros_like(grad), torch.zeros_like(grad), 0
        state["step"] += 1
        t = state["step"]
        (b1, b2) = betas
        state["m"] = torch.add(b1 * state["m"], grad, alpha=1 - b1)
        state["v"] = torch.addcmul(b2 * state["v"], grad, grad, value=1 - b2)
        step_size = lr * math.sqrt(1 - b2 ** t) / (1 - b1 ** t)
        denom = state["v"].sqrt() + eps * math.sqrt(1 - b2 ** t)
        return param.mul(1 - lr * weight_decay) - step_size * state["m"] / denom
