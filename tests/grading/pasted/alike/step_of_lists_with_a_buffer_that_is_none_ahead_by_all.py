# problem: sgd-momentum-step
# expect: fail
def sgd(params, grads, momentum_buffer_list, *, weight_decay, momentum, lr, dampening, nesterov, maximize):
    for i, (weight, slope) in enumerate(zip(params, grads)):
        if weight_decay != 0:
            slope = slope.add(weight, alpha=weight_decay)
        buffer = momentum_buffer_list[i]
        if buffer is None:
            buffer = momentum_buffer_list[i] = slope.clone()
        else:
            buffer.mul_(momentum).add_(slope, alpha=1 - dampening)
        weight.sub_(slope.add(buffer, alpha=1) if nesterov else buffer, alpha=lr)
