# slip: none
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x = decode(encode(x0_hat)).detach().requires_grad_()
    (g,) = torch.autograd.grad((y - operator(x)).square().sum(), x)
    return (x - step * g).detach()
