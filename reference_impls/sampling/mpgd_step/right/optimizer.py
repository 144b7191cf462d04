import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    z = x0_hat.detach().clone().requires_grad_()
    opt = torch.optim.SGD([z], lr=step)
    opt.zero_grad()
    diff = operator(z) - y
    (diff * diff).sum().backward()
    opt.step()
    return decode(encode(z.detach()).detach()).detach()
