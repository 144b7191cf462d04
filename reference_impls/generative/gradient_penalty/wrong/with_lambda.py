# slip: weight-of-10
import torch


def gradient_penalty(critic, real, fake, alpha, lambda_gp=10):
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return lambda_gp * ((g.flatten(1).norm(dim=1) - 1) ** 2).mean()
