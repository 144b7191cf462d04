# slip: whole-strides
import torch

@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = alphas_bar.shape[0]
    stride = (T - 1) // steps
    schedule = [T - 1 - i * stride for i in range(steps)] + [0]
    z = x_T
    for idx in range(steps):
        t, s = schedule[idx], schedule[idx + 1]
        tb = torch.full((z.shape[0],), t, dtype=torch.long, device=z.device)
        e = model(z, tb)
        z0 = (z - torch.sqrt(1 - alphas_bar[t]) * e) / torch.sqrt(alphas_bar[t])
        z = torch.sqrt(alphas_bar[s]) * z0 + torch.sqrt(1 - alphas_bar[s]) * e
    return z
