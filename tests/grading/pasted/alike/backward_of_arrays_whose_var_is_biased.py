# problem: layer-norm-backward
# says: the inputs were converted to NumPy
def layernorm_forward(x, g, b, eps=1e-5):
    rstd = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    normal = (x - x.mean(-1, keepdims=True)) * rstd
    return normal * g + b, (normal, rstd, g)


def layernorm_backward(dy, cache):
    normal, rstd, g = cache
    each = dy * g
    dx = rstd * (each - each.mean(-1, keepdims=True) - normal * (each * normal).mean(-1, keepdims=True))
    rows = tuple(range(dy.ndim - 1))
    return dx, (dy * normal).sum(rows), dy.sum(rows)
