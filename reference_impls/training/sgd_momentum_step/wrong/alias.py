# slip: buffer-is-the-gradient
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    if weight_decay:
        grad = grad + weight_decay * param
    if "buf" not in state:
        state["buf"] = grad
    else:
        state["buf"].mul_(momentum).add_(grad)
    step = grad + momentum * state["buf"] if nesterov else state["buf"]
    return param - lr * step
