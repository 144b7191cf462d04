# slip: causal-within-the-frame
import torch


def temporal_window_mask(frames, tokens, k):
    i = torch.arange(frames * tokens)
    f = i // tokens
    return (i[:, None] >= i[None]) & (f[:, None] - f[None] <= k)
