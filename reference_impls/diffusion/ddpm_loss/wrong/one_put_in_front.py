# slip: level-before-from-1
# witness: alphas_bar = [0.9, 0.5], t = 0: x_t must be sqrt(.9) x0 + sqrt(.1) eps, here it is x0 itself
import torch


def ddpm_loss(model, x0, alphas_bar):
    T = alphas_bar.shape[0]
    t = torch.randint(T, (x0.shape[0],), device=x0.device)
    table = torch.cat([alphas_bar.new_ones(1), alphas_bar[:-1]]).to(x0)
    ab = table[t]
    while ab.dim() < x0.dim():
        ab = ab.unsqueeze(-1)
    eps = torch.randn_like(x0)
    pred = model(ab.sqrt() * x0 + (1.0 - ab).sqrt() * eps, t)
    return (eps - pred).square().mean()
