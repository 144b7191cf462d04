# slip: names-of-torch
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    with torch.no_grad():
        if not state: state.update(step=0, exp_avg=torch.zeros_like(param), exp_avg_sq=torch.zeros_like(param))
        state["step"] += 1
        b1, b2 = betas
        m = state["exp_avg"].mul_(b1).add_(grad, alpha=1 - b1)
        v = state["exp_avg_sq"].mul_(b2).addcmul_(grad, grad, value=1 - b2)
        mh = m / (1 - b1 ** state["step"]); vh = v / (1 - b2 ** state["step"])
        return param * (1 - lr * weight_decay) - lr * mh / (vh.sqrt() + eps)
