# slip: level-before
import torch


def ddpm_loss(model, x0, alphas_bar):
    t = torch.randint(0, alphas_bar.shape[0], (x0.shape[0],), device=x0.device)
    eps = torch.randn_like(x0)
    ab = alphas_bar[t - 1].reshape(-1, *(1,) * (x0.dim() - 1))
    return torch.nn.functional.mse_loss(model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t), eps)
