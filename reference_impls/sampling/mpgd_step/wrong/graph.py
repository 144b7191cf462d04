# slip: none
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x = x0_hat.clone().requires_grad_()
    (g,) = torch.autograd.grad((y - operator(x)).square().sum(), x)
    return decode(encode(x - step * g))
