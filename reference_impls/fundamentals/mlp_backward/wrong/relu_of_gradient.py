# slip: sign-of-the-gradient
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    a = torch.relu(x @ w1 + b1)
    dh = torch.relu(dout @ w2.T)
    return dh @ w1.T, x.T @ dh, dh.sum(0), a.T @ dout, dout.sum(0)
