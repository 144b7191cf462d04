# slip: none
import torch
def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    with torch.enable_grad():
        x = x0_hat.detach().requires_grad_(True)
        loss = ((operator(x) - y) ** 2).sum()
        g = torch.autograd.grad(loss, x)[0]
    return (x0_hat + step * g).detach()
