# planted: moments-start-with-the-gradient, correction-with-default-betas, decay-after
# left: moments-start-with-the-gradient
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    b1, b2 = betas
    m = state.get("m", grad)
    v = state.get("v", grad**2)
    t = state.get("step", 0) + 1
    m = m + (1 - b1) * (grad - m)
    v = v + (1 - b2) * (grad**2 - v)
    state.update(m=m, v=v, step=t)
    update = (m / (1 - b1**t)) / (torch.sqrt(v / (1 - b2**t)) + eps) + weight_decay * param
    return param - lr * update
