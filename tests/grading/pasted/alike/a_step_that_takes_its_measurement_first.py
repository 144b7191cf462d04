# problem: mpgd-step
import torch


def manifold_preserving_step(measurement, x0_t, A, vae_encode, vae_decode, scale):
    with torch.enable_grad():
        x0_t = x0_t.detach().requires_grad_(True)
        difference = measurement - A(x0_t)
        loss = torch.sum(difference ** 2)
        grad = torch.autograd.grad(loss, x0_t)[0]
    with torch.no_grad():
        x0_t = x0_t - scale * grad
        return vae_decode(vae_encode(x0_t))
