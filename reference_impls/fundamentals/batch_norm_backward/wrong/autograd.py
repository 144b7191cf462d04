# slip: none
import torch
import torch.nn.functional as F


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    x, g = x.detach().requires_grad_(), gamma.detach().requires_grad_()
    b = torch.zeros_like(g).requires_grad_()
    y = F.batch_norm(x, None, None, g, b, training=True, eps=eps)
    return torch.autograd.grad(y, (x, g, b), dout)
