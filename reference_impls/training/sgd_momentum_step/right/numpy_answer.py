import numpy as np


def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    p = np.asarray(param)
    d = np.asarray(grad) + weight_decay * p
    state["buf"] = v = momentum * state.get("buf", 0 * p) + d
    if nesterov:
        return p - lr * d - lr * momentum * v
    return p - lr * v
