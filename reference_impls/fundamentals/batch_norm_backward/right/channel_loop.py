import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = torch.empty_like(x), torch.empty_like(gamma), torch.empty_like(gamma)
    for c in range(x.shape[1]):
        v, d = x[:, c], dout[:, c]
        s = torch.sqrt(((v - v.mean()) ** 2).mean() + eps)
        h = (v - v.mean()) / s
        dgamma[c], dbeta[c] = (d * h).sum(), d.sum()
        g = gamma[c] * d
        dx[:, c] = (g - g.mean() - h * (g * h).mean()) / s
    return dx, dgamma, dbeta
