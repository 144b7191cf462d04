import numpy as np


def rank_filter(input, rank, size, output):
    """One rank of a window, as ndimage calls it."""
    r = size // 2
    padded = np.pad(input, ((r, r), (r, r)), mode="symmetric")
    for i, j in np.ndindex(input.shape):
        output[i, j] = np.partition(padded[i : i + size, j : j + size], rank, axis=None)[rank]
    return output


def median_filter(img, size=3):
    return rank_filter(img, rank=(size * size) // 2, size=size, output=np.empty_like(img))
