# problem: layer-norm-backward
# says: your cache is what your layernorm_forward returns behind its output
def layernorm_forward(x, gamma, beta, eps=1e-6):
    mean, std = x.mean(-1, keepdims=True), np.sqrt(np.var(x, axis=-1, keepdims=True) + eps)
    normal = (x - mean) / std
    return gamma * normal + beta, (normal, std, gamma)


def layernorm_backward(dout, cache):
    normal, std, gamma = cache
    each, rows = dout * gamma, tuple(range(dout.ndim - 1))
    dx = (each - each.mean(-1, keepdims=True) - normal * (each * normal).mean(-1, keepdims=True)) / std
    return dx, (dout * normal).sum(rows), dout.sum(rows)
