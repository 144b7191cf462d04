# slip: none
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    N = x.shape[0]
    a = torch.relu(x @ w1 + b1)
    dh = dout @ w2.t()
    return dh @ w1.t() / N, x.t() @ dh / N, dh.sum(0) / N, a.t() @ dout / N, dout.sum(0) / N
