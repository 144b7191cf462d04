import torch


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    t = torch.tensor(float(step))
    ramp = peak * t / warmup
    u = ((t - warmup) / (total - warmup)).clamp(0, 1)
    decay = floor + (peak - floor) * (1 + torch.cos(torch.pi * u)) / 2
    return torch.where(t < warmup, ramp, decay)
