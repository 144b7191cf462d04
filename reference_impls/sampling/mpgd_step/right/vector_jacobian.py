import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x = x0_hat.detach().clone().requires_grad_()
    out = operator(x)
    (g,) = torch.autograd.grad(out, x, grad_outputs=2 * (out - y).detach())
    moved = torch.add(x.detach(), g, alpha=-step)
    with torch.no_grad():
        code = encode(moved)
        return decode(code)
