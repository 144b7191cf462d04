# slip: decay-decoupled
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    param = param * (1 - lr * weight_decay)
    state["buf"] = momentum * state["buf"] + grad if "buf" in state else grad.clone()
    step = grad + momentum * state["buf"] if nesterov else state["buf"]
    return param - lr * step
