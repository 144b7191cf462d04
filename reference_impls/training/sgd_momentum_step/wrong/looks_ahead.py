# slip: none
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    """Goes to the point ahead and returns that."""
    g = grad + weight_decay * param
    old = state.get("buf", torch.zeros_like(param))
    buf = momentum * old + g
    state["buf"] = buf
    if nesterov:
        return param - lr * momentum * old - lr * buf
    return param - lr * buf
