# slip: alpha-exchanged
import torch


def gradient_penalty(critic, real, fake, alpha):
    x = torch.lerp(real, fake, alpha.expand_as(real)).requires_grad_()
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return ((g.flatten(1).norm(2, 1) - 1) ** 2).mean()
