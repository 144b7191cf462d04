# slip: first-step-counted-twice
import torch

def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    p, g = param.detach(), grad.detach()
    t = state.get('step', 0)
    m = betas[0] * state.get('m', 0) + (1 - betas[0]) * g
    v = betas[1] * state.get('v', 0) + (1 - betas[1]) * g * g
    state.update(step=t + 1, m=m, v=v)
    t = max(t, 1)
    mh, vh = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    return p - lr * (mh / (vh.sqrt() + eps) + weight_decay * p)
