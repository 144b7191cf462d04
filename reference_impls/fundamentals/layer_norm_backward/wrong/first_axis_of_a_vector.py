# slip: summed-over-the-first-axis-of-a-vector-too
import torch

def layer_norm_backward(dout, x, gamma, eps=1e-5):
    mu = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, correction=0)
    xhat = (x - mu) / (var + eps).sqrt()
    dbeta = dout.sum(dim=0)
    dgamma = (dout * xhat).sum(dim=0)
    dxhat = dout * gamma
    a = dxhat.mean(dim=-1, keepdim=True)
    b = (dxhat * xhat).mean(dim=-1, keepdim=True)
    dx = (dxhat - a - xhat * b) / (var + eps).sqrt()
    return dx, dgamma, dbeta
