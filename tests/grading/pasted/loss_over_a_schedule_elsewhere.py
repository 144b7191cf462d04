# problem: ddpm-loss
# expect: invalid
# says: The problem also asks for alphas_bar: yours has no such parameter.
# not: randint
import torch
import torch.nn.functional as F


def ddpm_loss(model, x0, T=1000):
    t = torch.randint(0, T, (x0.size(0),), device=x0.device)
    noise = torch.randn_like(x0)
    alpha_bar = alpha_bar_schedule[t].view(-1, 1, 1, 1)
    x_t = alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * noise
    return F.mse_loss(model(x_t, t), noise)
