# problem: layer-norm-backward
# expect: invalid
# says: Your code also needs cache, which the problem doesn't give: it gives dout, x, gamma and eps.
def layernorm_forward(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(-1, keepdims=True), np.sqrt(x.var(-1, keepdims=True) + eps)
    normal = (x - mean) / std
    return gamma * normal + beta, (normal, std, gamma)


def layernorm_backward(dout, cache):
    normal, std, gamma = cache
    each = dout * gamma
    dx = (each - each.mean(-1, keepdims=True) - normal * (each * normal).mean(-1, keepdims=True)) / std
    return dx, (dout * normal).sum(0), dout.sum(0)
