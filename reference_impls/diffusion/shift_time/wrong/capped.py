# slip: clamped
import torch


def shift_time(t, shift):
    return torch.clamp(shift * t, 0, 1)
