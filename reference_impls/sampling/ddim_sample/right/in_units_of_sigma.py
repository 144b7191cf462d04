import torch


@torch.inference_mode()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    sig = ((1 - alphas_bar) / alphas_bar).sqrt()
    ts = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    y = x_T / alphas_bar[-1].sqrt()
    for t, s in zip(ts, ts[1:]):
        x = y * alphas_bar[t].sqrt()
        y = y + (sig[s] - sig[t]) * model(x, t * torch.ones(len(x), dtype=torch.long))
    return y * alphas_bar[0].sqrt()
