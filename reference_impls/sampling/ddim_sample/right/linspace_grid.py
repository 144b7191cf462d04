import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    ts = torch.linspace(alphas_bar.numel() - 1, 0, steps + 1).round().long()
    x = x_T.clone()
    with torch.no_grad():
        for i in range(steps):
            t_batch = ts[i].repeat(x.shape[0])
            a, b = alphas_bar[ts[i]], alphas_bar[ts[i + 1]]
            noise = model(x, t_batch)
            x0 = (x - noise * torch.sqrt(1.0 - a)) * torch.rsqrt(a)
            x = torch.sqrt(b) * x0 + torch.sqrt(1.0 - b) * noise
    return x
