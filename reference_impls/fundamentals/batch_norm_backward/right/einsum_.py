import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    n = x.numel() / x.shape[1]
    mean = torch.einsum("nchw->c", x) / n
    xc = x - mean.reshape(1, -1, 1, 1)
    inv = (torch.einsum("nchw,nchw->c", xc, xc) / n + eps) ** -0.5
    h = torch.einsum("nchw,c->nchw", xc, inv)
    dgamma = torch.einsum("nchw,nchw->c", dout, h)
    dbeta = torch.einsum("nchw->c", dout)
    inner = dout - (dbeta / n)[:, None, None] - h * (dgamma / n)[:, None, None]
    return torch.einsum("nchw,c->nchw", inner, gamma * inv), dgamma, dbeta
