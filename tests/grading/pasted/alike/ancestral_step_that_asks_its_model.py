# problem: ddpm-step
# expect: fail
# says: right for what it covers
# says: your net gives eps for the state
# says: your code draws z by itself
import torch


@torch.no_grad()
def p_sample(net, x, t, betas):
    steps = torch.full((x.shape[0],), t, dtype=torch.long)
    noise_hat = net(x, steps)
    alphas = 1.0 - betas
    alphas_bar = torch.cumprod(alphas, dim=0)
    mean = (x - betas[t] / torch.sqrt(1.0 - alphas_bar[t]) * noise_hat) / torch.sqrt(alphas[t])
    if t == 0:
        return mean
    return mean + torch.sqrt(betas[t]) * torch.randn_like(x)
