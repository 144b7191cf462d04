# slip: none
# abar is floored at 1e-3 "for stability", which changes the first step of schedules that end lower
# input: the DDPM schedule, betas = linspace(1e-4, 0.02, 1000), abar[-1] = 4e-5
import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    abar = alphas_bar.clamp(min=1e-3)
    timesteps = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    with torch.no_grad():
        for i in range(steps):
            a, b = abar[timesteps[i]], abar[timesteps[i + 1]]
            t = torch.full((x.shape[0],), timesteps[i], dtype=torch.int64, device=x.device)
            eps = model(x, t)
            x0 = (x - torch.sqrt(1 - a) * eps) / torch.sqrt(a)
            x = torch.sqrt(b) * x0 + torch.sqrt(1 - b) * eps
    return x
