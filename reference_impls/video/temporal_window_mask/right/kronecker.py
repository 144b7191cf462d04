import torch


def temporal_window_mask(frames, tokens, k):
    band = torch.ones(frames, frames).tril() - torch.ones(frames, frames).tril(-k - 1)
    return torch.kron(band, torch.ones(tokens, tokens)).bool()
