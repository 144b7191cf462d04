# slip: half-the-squares
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x = x0_hat.clone().requires_grad_()
    out = operator(x)
    (g,) = torch.autograd.grad(out, x, grad_outputs=(out - y).detach())
    return decode(encode((x - step * g).detach())).detach()
