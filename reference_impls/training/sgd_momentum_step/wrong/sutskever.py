# slip: velocity-holds-lr
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    v = momentum * state.get("buf", 0) + lr * g
    state["buf"] = v
    return param - (momentum * v + lr * g if nesterov else v)
