# slip: no-mask
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    a = torch.relu(x @ w1 + b1)
    dh = dout @ w2.t()
    return dh @ w1.t(), x.t() @ dh, dh.sum(0), a.t() @ dout, dout.sum(0)
