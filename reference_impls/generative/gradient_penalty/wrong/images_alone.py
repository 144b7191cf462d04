# slip: four-axes-alone
import torch

def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * real + (1 - alpha) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    norm = torch.sqrt(torch.sum(g ** 2, dim=(1, 2, 3)))
    return ((norm - 1) ** 2).mean()
