# problem: mpgd-step
import torch


def mpgd_guidance(x0_t, measurement, operator, vae, step_size):
    x_in = x0_t.detach().clone().requires_grad_(True)
    with torch.enable_grad():
        residual = measurement - operator(x_in)
        loss = residual.pow(2).sum()
        grad = torch.autograd.grad(loss, x_in)[0]
    with torch.no_grad():
        x0_t = x0_t - step_size * grad
        return vae.decode(vae.encode(x0_t))
