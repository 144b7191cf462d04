# slip: nesterov-ignored
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    """With the old buffer the Nesterov step is the plain one."""
    g = grad + weight_decay * param
    old = state.get("buf", torch.zeros_like(param))
    new = momentum * old + g
    state["buf"] = new
    return param - lr * (g + momentum * old if nesterov else new)
