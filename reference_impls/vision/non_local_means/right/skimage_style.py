import numpy as np


def box(a, n):
    """Means over n x n, valid, by an integral image."""
    c = np.pad(a, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    return (c[n:, n:] - c[:-n, n:] - c[n:, :-n] + c[:-n, :-n]) / n**2


def fast_nl_means_denoising_2d(image, s, d, h):
    offset = s // 2
    padded = np.pad(np.asarray(image, dtype=np.float64), offset + d, mode="reflect")
    n_row, n_col = image.shape
    weights, result = np.zeros(image.shape), np.zeros(image.shape)
    a = padded[d : d + n_row + 2 * offset, d : d + n_col + 2 * offset]
    for t_row in range(-d, d + 1):
        for t_col in range(-d, d + 1):
            b = padded[d + t_row : d + t_row + n_row + 2 * offset, d + t_col : d + t_col + n_col + 2 * offset]
            weight = np.exp(-np.maximum(box((a - b) ** 2, s), 0) / (h * h))
            weights += weight
            result += weight * b[offset : offset + n_row, offset : offset + n_col]
    return result / weights


def non_local_means(img, patch=3, search=7, h=0.1):
    return fast_nl_means_denoising_2d(img, patch, search // 2, h)
