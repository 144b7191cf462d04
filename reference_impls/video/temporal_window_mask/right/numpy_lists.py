import numpy as np


def temporal_window_mask(frames, tokens, k):
    n = frames * tokens
    return np.array([[i // tokens - k <= j // tokens <= i // tokens for j in range(n)] for i in range(n)])
