# slip: gradient-left-in-the-estimate
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x0_hat.requires_grad = True
    (y - operator(x0_hat)).pow(2).sum().backward()
    with torch.no_grad():
        return decode(encode(x0_hat - step * x0_hat.grad))
