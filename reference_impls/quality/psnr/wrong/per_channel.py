# slip: mean-over-channels
import numpy as np


def psnr(x, y, peak=255.0):
    x, y = x.astype(np.float64), y.astype(np.float64)
    if x.ndim == 3:
        return sum(psnr(x[..., c], y[..., c], peak) for c in range(x.shape[-1])) / x.shape[-1]
    mse = np.mean((x - y) ** 2)
    return float("inf") if mse == 0 else 10 * np.log10(peak**2 / mse)
