# slip: moments-start-with-the-gradient
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    with torch.no_grad():
        if not state: state.update(step=0, m=grad.clone(), v=grad ** 2)
        state["step"] += 1
        b1, b2 = betas
        state["m"] = b1 * state["m"] + (1 - b1) * grad
        state["v"] = b2 * state["v"] + (1 - b2) * grad ** 2
        mh = state["m"] / (1 - b1 ** state["step"]); vh = state["v"] / (1 - b2 ** state["step"])
        return param * (1 - lr * weight_decay) - lr * mh / (vh.sqrt() + eps)
