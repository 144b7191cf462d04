# slip: t-as-a-fraction
import torch


def ddpm_loss(model, x0, alphas_bar):
    T = len(alphas_bar)
    t = torch.randint(0, T, (x0.shape[0],))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].view(-1, *([1] * (x0.dim() - 1)))
    return ((eps - model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t / T)) ** 2).mean()
