# slip: window-of-k-times-n-tokens
import torch


def temporal_window_mask(frames, tokens, k):
    i = torch.arange(frames * tokens)
    d = i[:, None] - i
    return (d >= 0) & (d <= k * tokens)
