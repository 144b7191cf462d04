# slip: t-rounded
import torch


def ddpm_loss(model, x0, alphas_bar):
    T = alphas_bar.numel()
    t = (torch.rand(x0.shape[0], device=x0.device) * (T - 1)).round().long()
    noise = torch.randn_like(x0)
    shape = [-1] + [1] * (x0.ndim - 1)
    a = alphas_bar[t].sqrt().to(x0.dtype).reshape(shape)
    s = (1 - alphas_bar[t]).sqrt().to(x0.dtype).reshape(shape)
    pred = model(a * x0 + s * noise, t)
    return (pred - noise).pow(2).mean()
