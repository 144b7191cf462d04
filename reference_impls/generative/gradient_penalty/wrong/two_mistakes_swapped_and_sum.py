# slip: none
import torch


def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * fake + (1 - alpha) * real).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return ((g.flatten(1).norm(dim=1) - 1) ** 2).sum()
