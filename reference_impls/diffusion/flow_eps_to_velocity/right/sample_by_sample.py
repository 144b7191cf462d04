import torch


def velocity_from_eps(xt, noise, time):
    each = time if torch.is_tensor(time) and time.ndim else [time] * len(xt)
    return torch.stack([(a - b) / s for a, b, s in zip(xt, noise, each)])
