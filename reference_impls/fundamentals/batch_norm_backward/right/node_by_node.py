import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """The computational graph of a well-known course, step by step, on rows of channels."""
    x, dout, gamma = (np.asarray(t) for t in (x, dout, gamma))
    N, C, H, W = x.shape
    rows = lambda t: t.transpose(0, 2, 3, 1).reshape(-1, C)
    X, D = rows(x), rows(dout)
    n = X.shape[0]
    xmu = X - X.mean(axis=0)
    var = (xmu**2).mean(axis=0)
    sqrtvar = np.sqrt(var + eps)
    ivar = 1 / sqrtvar
    xhat = xmu * ivar
    dbeta = D.sum(axis=0)
    dgamma = (D * xhat).sum(axis=0)
    dxhat = D * gamma
    divar = (dxhat * xmu).sum(axis=0)
    dsqrtvar = -divar / sqrtvar**2
    dvar = 0.5 * dsqrtvar / sqrtvar
    dxmu = dxhat * ivar + 2 * xmu * dvar / n
    dX = dxmu - dxmu.mean(axis=0)
    return dX.reshape(N, H, W, C).transpose(0, 3, 1, 2), dgamma, dbeta
