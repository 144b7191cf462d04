# slip: nesterov-of-the-next-buffer
import torch
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    with torch.no_grad():
        g = grad + weight_decay * param
        if "buf" in state:
            buf = momentum * state["buf"] + g
        else:
            buf = g.clone()
        state["buf"] = buf
        if nesterov:
            update = g + momentum * (momentum * buf + g)
        else:
            update = buf
        return param - lr * update
