# slip: nesterov-without-decay
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    buf = grad + weight_decay * param
    if "buf" in state:
        buf = buf + momentum * state["buf"]
    state["buf"] = buf
    return param - lr * (grad + momentum * buf if nesterov else buf)
