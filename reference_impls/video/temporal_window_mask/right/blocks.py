import torch


def temporal_window_mask(frames, tokens, k):
    m = torch.zeros(frames * tokens, frames * tokens, dtype=torch.bool)
    for f in range(frames):
        first = max(0, f - k)
        m[f * tokens : (f + 1) * tokens, first * tokens : (f + 1) * tokens] = True
    return m
