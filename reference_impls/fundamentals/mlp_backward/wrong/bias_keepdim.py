# slip: biases-keep-the-axis
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    h = x @ w1 + b1
    a = torch.relu(h)
    dh = (dout @ w2.T) * (h > 0)
    return dh @ w1.T, x.T @ dh, dh.sum(0, keepdim=True), a.T @ dout, dout.sum(0, keepdim=True)
