# problem: tweedie-x0
# expect: fail
# says: your t is an index of a schedule that holds the levels
import torch


def pick(table, t, like):
    chosen = torch.as_tensor(table, dtype=torch.float32, device=like.device).gather(0, t)
    return chosen.reshape(-1, *[1] * (like.ndim - 1))


def clean_from_noise(ac, xt, t, noise_pred):
    by_sample = pick(torch.sqrt(1.0 / ac), t, xt)
    by_noise = pick(torch.sqrt(1.0 - ac), t, xt)
    return by_sample * xt - by_noise * noise_pred
