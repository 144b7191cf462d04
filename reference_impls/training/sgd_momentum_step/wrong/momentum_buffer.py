# slip: another-key
import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    if "momentum_buffer" in state:
        g2 = momentum * state["momentum_buffer"] + g
    else:
        g2 = g.clone()
    state["momentum_buffer"] = g2
    return param - lr * (g + momentum * g2 if nesterov else g2)
