import torch


def heun_step(v, x, t, dt):
    slopes = [v(x, t)]
    slopes.append(v(torch.add(x, slopes[0], alpha=float(dt)), t + dt))
    return x + dt * torch.stack(slopes).mean(0)
