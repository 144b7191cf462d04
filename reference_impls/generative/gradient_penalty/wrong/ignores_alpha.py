# slip: none
import torch


def gradient_penalty(critic, real, fake, alpha=None):
    alpha = torch.rand(len(real), *[1] * (real.dim() - 1)).to(real)
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return ((g.flatten(1).norm(dim=1) - 1) ** 2).mean()
