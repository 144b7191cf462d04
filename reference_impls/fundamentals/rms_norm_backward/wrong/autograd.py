# slip: none
import torch


def rms_norm_backward(dout, x, weight, eps=1e-6):
    x, w = x.detach().requires_grad_(), weight.detach().requires_grad_()
    y = w * x * (x.pow(2).mean(-1, keepdim=True) + eps).rsqrt()
    return torch.autograd.grad(y, (x, w), dout)
