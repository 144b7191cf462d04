import torch


def update_loss_scale(scale, good_steps, found_inf, growth=2.0, backoff=0.5, interval=2000):
    inf = torch.tensor(bool(found_inf))
    count = torch.tensor(good_steps) + 1
    grown = ~inf & (count >= interval)
    s = torch.tensor(scale, dtype=torch.float64)
    s = torch.where(inf, s * backoff, torch.where(grown, s * growth, s))
    return s, torch.where(inf | grown, torch.zeros_like(count), count)
