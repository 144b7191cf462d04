# slip: one-at-zero
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    h = x @ w1 + b1
    a = torch.relu(h)
    dh = (dout @ w2.t()) * (h >= 0).float().to(x.dtype)
    return dh @ w1.t(), x.t() @ dh, dh.sum(0), a.t() @ dout, dout.sum(0)
