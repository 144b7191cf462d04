# slip: additive
import torch


def temporal_window_mask(frames, tokens, k):
    f = torch.arange(frames * tokens) // tokens
    d = f[:, None] - f[None]
    m = torch.full((frames * tokens, frames * tokens), float("-inf"))
    m[(d >= 0) & (d <= k)] = 0.0
    return m
