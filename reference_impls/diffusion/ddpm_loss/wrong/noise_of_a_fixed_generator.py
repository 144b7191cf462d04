# slip: same-noise-in-each-call
import torch


def ddpm_loss(model, x0, alphas_bar):
    g = torch.Generator().manual_seed(0)
    t = torch.randint(len(alphas_bar), (len(x0),))
    eps = torch.randn(x0.shape, generator=g).to(x0)
    ab = alphas_bar[t].to(x0).reshape(-1, *([1] * (x0.dim() - 1)))
    x_t = ab.sqrt() * x0 + (1 - ab).sqrt() * eps
    return torch.mean((model(x_t, t) - eps) ** 2)
