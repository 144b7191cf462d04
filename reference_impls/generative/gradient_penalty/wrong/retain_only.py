# slip: no-second-graph
import torch


def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    y = critic(x)
    g = torch.autograd.grad(y.sum(), x, retain_graph=True)[0]
    return ((g.reshape(len(g), -1).norm(dim=1) - 1) ** 2).mean()
