# slip: one-sided
import torch


def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return torch.relu(g.flatten(1).norm(dim=1) - 1).pow(2).mean()
