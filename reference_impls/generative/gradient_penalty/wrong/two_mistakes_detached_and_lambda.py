# slip: no-second-graph
import torch


def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x)[0].detach()
    return 10 * ((g.flatten(1).norm(dim=1) - 1) ** 2).mean()
