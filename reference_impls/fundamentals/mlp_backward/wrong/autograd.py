# slip: none
import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    leaves = [t.detach().requires_grad_() for t in (x, w1, b1, w2, b2)]
    x, w1, b1, w2, b2 = leaves
    return torch.autograd.grad(torch.relu(x @ w1 + b1) @ w2 + b2, leaves, dout)
