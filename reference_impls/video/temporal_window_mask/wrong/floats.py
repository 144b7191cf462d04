# slip: numbers
import torch


def temporal_window_mask(frames, tokens, k):
    m = torch.zeros(frames, tokens, frames, tokens)
    for a in range(frames):
        for b in range(max(0, a - k), a + 1):
            m[a, :, b] = 1
    return m.view(frames * tokens, frames * tokens)
