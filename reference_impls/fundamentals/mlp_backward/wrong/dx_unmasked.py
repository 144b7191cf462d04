# slip: unmasked-dx
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    h = x @ w1 + b1
    a = torch.relu(h)
    da = dout @ w2.T
    dh = da * (h > 0)
    return da @ w1.T, x.T @ dh, dh.sum(0), a.T @ dout, dout.sum(0)
