# problem: layer-norm-backward
# expect: invalid
# says: Your code also needs cache, which the problem doesn't give: it gives dout, x, gamma and eps.
def layernorm_backward(dout, cache):
    normal, std, gamma = cache
    each = dout * gamma
    dx = (each - each.mean(-1, keepdims=True) - normal * (each * normal).mean(-1, keepdims=True)) / std
    return dx, (dout * normal).sum(0), dout.sum(0)
