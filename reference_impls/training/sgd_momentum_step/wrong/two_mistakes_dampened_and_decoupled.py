# slip: none
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    buf = momentum * state["buf"] + (1 - momentum) * grad if "buf" in state else grad.clone()
    state["buf"] = buf
    step = grad + momentum * buf if nesterov else buf
    return param * (1 - lr * weight_decay) - lr * step
