# slip: no-window
import torch


def temporal_window_mask(frames, tokens, k):
    return torch.kron(torch.ones(frames, frames).tril(), torch.ones(tokens, tokens)).bool()
