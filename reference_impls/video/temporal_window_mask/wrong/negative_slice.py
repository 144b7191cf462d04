# slip: negative-start
import torch


def temporal_window_mask(frames, tokens, k):
    m = torch.zeros(frames * tokens, frames * tokens, dtype=torch.bool)
    for f in range(frames):
        m[f * tokens : (f + 1) * tokens, (f - k) * tokens : (f + 1) * tokens] = True
    return m
