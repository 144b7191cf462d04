import torch


@torch.no_grad()
def shift_time(noise_level, factor):
    keep = 1 - noise_level
    return 1 - keep / torch.add(keep, noise_level, alpha=factor)
