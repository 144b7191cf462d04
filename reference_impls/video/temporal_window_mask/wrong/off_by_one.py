# slip: k-counts-the-own-frame
import torch


def temporal_window_mask(frames, tokens, k):
    f = torch.arange(frames * tokens) // tokens
    d = f[:, None] - f[None]
    return (d >= 0) & (d < k)
