# problem: batch-norm
# says: Your default of training is False, and that in the statement is True: your code was called with True.
def bn_forward(x, gamma, beta, running_mean, running_var, training=False, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var((0, 2, 3))
    else:
        mean, var = running_mean, running_var
    mean, var, gamma, beta = (one[None, :, None, None] for one in (mean, var, gamma, beta))
    return gamma * (x - mean) / (var + eps).sqrt() + beta, running_mean, running_var
