# slip: none
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    z = encode(x0_hat).detach().requires_grad_()
    (g,) = torch.autograd.grad((y - operator(decode(z))).square().sum(), z)
    return decode(z - step * g).detach()
