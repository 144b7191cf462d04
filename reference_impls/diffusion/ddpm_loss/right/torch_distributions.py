import torch
import torch.nn as nn


from torch.distributions import Normal, Categorical
def ddpm_loss(model, x0, alphas_bar):
    T = alphas_bar.shape[0]
    t = Categorical(probs=torch.full((T,), 1.0 / T)).sample((x0.shape[0],))
    eps = Normal(torch.zeros_like(x0), torch.ones_like(x0)).sample()
    c = alphas_bar[t]
    flat = c.sqrt()[:, None] * x0.flatten(1) + (1 - c).sqrt()[:, None] * eps.flatten(1)
    out = model(flat.view_as(x0), t)
    return nn.MSELoss()(out, eps)
