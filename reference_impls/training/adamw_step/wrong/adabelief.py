# slip: deviation-from-the-mean-squared
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    b1, b2 = betas
    if "step" not in state:
        state.update(step=0, m=torch.zeros_like(grad), v=torch.zeros_like(grad))
    state["step"] += 1
    state["m"] = b1 * state["m"] + (1 - b1) * grad
    diff = grad - state["m"]
    state["v"] = b2 * state["v"] + (1 - b2) * diff * diff
    m_hat = state["m"] / (1 - b1 ** state["step"])
    v_hat = state["v"] / (1 - b2 ** state["step"])
    return param - lr * (m_hat / (v_hat.sqrt() + eps) + weight_decay * param)
