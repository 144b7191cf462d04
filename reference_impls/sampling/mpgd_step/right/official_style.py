import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    with torch.enable_grad():
        x0_t = x0_hat.clone().detach().requires_grad_(True)
        residual = y - operator(x0_t)
        norm = torch.linalg.norm(residual) ** 2
        grad = torch.autograd.grad(outputs=norm, inputs=x0_t)[0]
    x0_t = x0_t.detach() - step * grad
    return decode(encode(x0_t)).detach()
