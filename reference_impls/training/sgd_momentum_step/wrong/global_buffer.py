# slip: none
import torch

BUFFERS = {}


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    old = BUFFERS.get(tuple(param.shape), torch.zeros_like(param))
    BUFFERS[tuple(param.shape)] = state["buf"] = buf = momentum * old + g
    return param - lr * (g + momentum * buf if nesterov else buf)
