import torch
import torch.nn.functional as F


def ddpm_loss(model, x0, alphas_bar):
    B, T = x0.size(0), alphas_bar.numel()
    t = torch.randint(T, size=(B,))
    noise = torch.randn(x0.shape, dtype=x0.dtype)
    a = torch.gather(alphas_bar, 0, t).reshape((B,) + (1,) * (x0.dim() - 1))
    with torch.no_grad():
        noisy = torch.sqrt(a) * x0 + torch.sqrt(1.0 - a) * noise
    return F.mse_loss(model(noisy, t), noise)
