import torch


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    """Node by node through the graph of the forward pass."""
    D = x.shape[-1]
    mu = x.mean(-1, keepdim=True)
    xmu = x - mu
    var = (xmu**2).mean(-1, keepdim=True)
    ivar = 1 / torch.sqrt(var + eps)
    xhat = xmu * ivar
    dxhat = dout * gamma
    divar = (dxhat * xmu).sum(-1, keepdim=True)
    dxmu = dxhat * ivar
    dvar = divar * (-0.5) * ivar**3
    dxmu = dxmu + dvar * 2 * xmu / D
    dx = dxmu - dxmu.mean(-1, keepdim=True)
    axes = tuple(range(x.ndim - 1))
    dgamma, dbeta = dout * xhat, dout
    if axes:
        dgamma, dbeta = dgamma.sum(axes), dbeta.sum(axes)
    return dx, dgamma, dbeta
