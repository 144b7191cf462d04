# slip: none
import torch
@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    buf = state.get("buf", torch.zeros_like(param))
    buf = momentum * buf + (1 - momentum) * g
    state["buf"] = buf
    upd = g + momentum * buf if nesterov else buf
    param -= lr * upd
    return param
