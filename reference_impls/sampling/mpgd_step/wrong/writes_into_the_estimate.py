# slip: none
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x0_hat.requires_grad_()
    (g,) = torch.autograd.grad((y - operator(x0_hat)).square().sum(), x0_hat)
    with torch.no_grad():
        x0_hat -= step * g
    return decode(encode(x0_hat.detach())).detach()
