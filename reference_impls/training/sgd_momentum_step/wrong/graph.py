# slip: recorded
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    g = grad + weight_decay * param
    buf = g if "buf" not in state else momentum * state["buf"] + g
    state["buf"] = buf
    return param - lr * (g + momentum * buf if nesterov else buf)
