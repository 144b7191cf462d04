# problem: layer-norm-backward
# expect: fail
# says: It should multiply dout by gamma first
# says: your xhat, rstd are what your layernorm_forward returns behind its output
def layernorm_forward(x, gamma, beta, eps=1e-5):
    rstd = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    xhat = (x - x.mean(axis=-1, keepdims=True)) * rstd
    return xhat * gamma + beta, xhat, rstd


def layernorm_backward(dy, xhat, rstd, gamma):
    rows = tuple(range(dy.ndim - 1))
    dx = gamma * rstd * (dy - dy.mean(-1, keepdims=True) - xhat * (dy * xhat).mean(-1, keepdims=True))
    return dx, (dy * xhat).sum(rows), dy.sum(rows)
