# slip: buffer-not-stored
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    buf = state["buf"] * momentum + g if "buf" in state else g
    state = {"buf": buf}
    return param - lr * (g + momentum * buf if nesterov else buf)
