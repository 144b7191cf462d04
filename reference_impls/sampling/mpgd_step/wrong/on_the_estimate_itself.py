# slip: estimate-made-to-require-gradients
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x0_hat.requires_grad_(True)
    distance = torch.sum((operator(x0_hat) - y) ** 2)
    grad = torch.autograd.grad(distance, x0_hat)[0]
    with torch.no_grad():
        return decode(encode(x0_hat - step * grad))
