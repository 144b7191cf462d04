# slip: r1
import torch


def gradient_penalty(critic, real, fake, alpha):
    real = real.detach().requires_grad_(True)
    g = torch.autograd.grad(critic(real).sum(), real, create_graph=True)[0]
    return 0.5 * g.pow(2).flatten(1).sum(1).mean()
