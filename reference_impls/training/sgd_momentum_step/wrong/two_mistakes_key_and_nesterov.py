# slip: none
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    v = momentum * state.get("v", 0) + g
    state["v"] = v
    return param - lr * (v + momentum * v if nesterov else v)
