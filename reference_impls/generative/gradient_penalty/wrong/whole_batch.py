# slip: one-norm-for-the-batch
import torch


def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return (torch.sqrt((g**2).sum()) - 1) ** 2
