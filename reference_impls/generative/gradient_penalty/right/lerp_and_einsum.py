import torch


def gradient_penalty(f, real, fake, a):
    x = torch.lerp(fake, real, a.expand_as(real))
    x.requires_grad_(True)
    (g,) = torch.autograd.grad(f(x).sum(), [x], create_graph=True)
    g = g.reshape(g.shape[0], -1)
    norms = torch.sqrt(torch.einsum("bi,bi->b", g, g) + 1e-12)
    return torch.nn.functional.mse_loss(norms, torch.ones_like(norms))
