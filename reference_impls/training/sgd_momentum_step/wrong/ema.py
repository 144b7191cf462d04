# slip: dampened-from-the-start
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    state["buf"] = momentum * state.get("buf", torch.zeros_like(param)) + (1 - momentum) * g
    step = g + momentum * state["buf"] if nesterov else state["buf"]
    return param - lr * step
