# problem: sgd-momentum-step
# expect: fail
# says: torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    grad = grad + weight_decay * param
    state["buf"] = momentum * state.get("buf", 0) + grad
    return param - lr * (grad + momentum * state["buf"] if nesterov else state["buf"])
