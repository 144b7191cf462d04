# slip: both-directions
import torch


def temporal_window_mask(frames, tokens, k):
    f = torch.arange(frames * tokens) // tokens
    return (f[:, None] - f[None]).abs() <= k
