import numpy as np


def gaussian_kernel1d(sigma, radius):
    x = np.arange(-radius, radius + 1)
    phi_x = np.exp(-0.5 / (sigma * sigma) * x**2)
    return phi_x / phi_x.sum()


def correlate1d(a, w, axis):
    r = len(w) // 2
    pad = [(0, 0), (0, 0)]
    pad[axis] = (r, r)
    p = np.pad(a, pad, mode="symmetric")
    return sum(wk * np.take(p, np.arange(k, k + a.shape[axis]), axis=axis) for k, wk in enumerate(w))


def gaussian_filter(input, sigma, truncate=4.0):
    output = np.asarray(input, dtype=np.float64)
    for axis in range(output.ndim):
        output = correlate1d(output, gaussian_kernel1d(sigma, int(truncate * sigma + 0.5)), axis)
    return output


def difference_of_gaussians(img, sigmas):
    return np.diff(np.stack([gaussian_filter(img, s) for s in sigmas]), axis=0)
