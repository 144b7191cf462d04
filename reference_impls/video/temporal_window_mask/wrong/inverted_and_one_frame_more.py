# slip: one-frame-more
import torch


def temporal_window_mask(frames, tokens, k):
    f = torch.arange(frames).repeat_interleave(tokens)
    d = f.unsqueeze(1) - f.unsqueeze(0)
    return ~((d >= 0) & (d <= k + 1))
