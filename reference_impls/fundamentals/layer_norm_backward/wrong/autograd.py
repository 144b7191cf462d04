# slip: none
import torch
import torch.nn.functional as F


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    x, gamma = x.detach().requires_grad_(), gamma.detach().requires_grad_()
    beta = torch.zeros_like(gamma).requires_grad_()
    y = F.layer_norm(x, gamma.shape, gamma, beta, eps)
    return torch.autograd.grad(y, (x, gamma, beta), dout)
