# slip: predicts-the-velocity
import torch
import torch.nn.functional as F


def ddpm_loss(model, x0, alphas_bar):
    B, T = x0.shape[0], len(alphas_bar)
    t = torch.randint(0, T, (B,))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].view(B, *[1] * (x0.dim() - 1))
    v = ab.sqrt() * eps - (1 - ab).sqrt() * x0
    return F.mse_loss(model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t), v)
