# problem: sgd-momentum-step
# says: your velocity is kept in state
@torch.no_grad()
def sgd(weights, grads, velocity, lr, momentum, weight_decay, nesterov):
    grads = grads + weight_decay * weights
    velocity = momentum * velocity + grads
    step = grads + momentum * velocity if nesterov else velocity
    return weights - lr * step, velocity
