# slip: four-dimensions-only
import torch

def ddpm_loss(model, x0, alphas_bar):
    t = torch.randint(0, alphas_bar.numel(), (x0.shape[0],))
    noise = torch.randn_like(x0)
    c = alphas_bar[t][:, None, None, None]
    x_t = torch.sqrt(c) * x0 + torch.sqrt(1 - c) * noise
    pred = model(x_t, t)
    return (pred - noise).square().mean()
