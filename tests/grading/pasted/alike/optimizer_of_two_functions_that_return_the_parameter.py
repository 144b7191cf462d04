# problem: sgd-momentum-step
def sgd(lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    def init_fn(params):
        return torch.zeros_like(params)

    def update_fn(params, grads, velocity):
        g = grads + weight_decay * params
        velocity = momentum * velocity + g
        step = g + momentum * velocity if nesterov else velocity
        return params - lr * step, velocity

    return init_fn, update_fn
