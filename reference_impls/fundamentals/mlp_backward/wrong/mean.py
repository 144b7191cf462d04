# slip: averaged
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    N = x.shape[0]
    h = x @ w1 + b1
    a = torch.relu(h)
    dh = (dout @ w2.t()) * (h > 0)
    return dh @ w1.t(), x.t() @ dh / N, dh.mean(0), a.t() @ dout / N, dout.mean(0)
