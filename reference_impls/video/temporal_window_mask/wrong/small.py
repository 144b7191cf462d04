# slip: frames-alone
import torch


def temporal_window_mask(frames, tokens, k):
    f = torch.arange(frames)
    d = f[:, None] - f[None]
    return (d >= 0) & (d <= k)
