# problem: layer-norm-backward
# expect: fail
# says: your cache is what your layernorm_forward returns behind its output
# says: sums the gradients of gamma and beta over the first axis
# not: doesn't give
def layernorm_forward(x, gamma, beta, ln_param):
    eps = ln_param.get("eps", 1e-3)
    if ln_param["mode"] == "train":
        mean, std = x.mean(-1, keepdims=True), np.sqrt(np.var(x, axis=-1, keepdims=True) + eps)
    normal = (x - mean) / std
    return gamma * normal + beta, (normal, std, gamma)


def layernorm_backward(dout, cache):
    normal, std, gamma = cache
    each = dout * gamma
    dx = (each - each.mean(-1, keepdims=True) - normal * (each * normal).mean(-1, keepdims=True)) / std
    return dx, (dout * normal).sum(axis=0), dout.sum(axis=0)
