# slip: none
import torch


def temporal_window_mask(frames, tokens, k):
    f = torch.arange(frames).repeat(tokens)
    return (f[:, None] - f[None]).abs() <= k
