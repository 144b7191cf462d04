# slip: none
import torch

def mlp_backward(x, w1, b1, w2, b2, dout):
    N = x.shape[0]
    z = x @ w1 + b1
    a = torch.relu(z)
    dz = (dout @ w2.T) * (z > 0)
    return dz @ w1.T, dz.sum(0), x.T @ dz / N, a.T @ dout / N, dout.sum(0)
