# problem: vif-pixel
from numpy.lib.stride_tricks import sliding_window_view


def vif_single_scale(reference, distorted, win=9, sigma_nsq=2.0, eps=1e-10):
    r = sliding_window_view(np.asarray(reference, dtype=np.float64), (win, win))
    d = sliding_window_view(np.asarray(distorted, dtype=np.float64), (win, win))
    mu_r = r.mean(axis=(-1, -2), keepdims=True)
    mu_d = d.mean(axis=(-1, -2), keepdims=True)
    var_r = ((r - mu_r) ** 2).mean(axis=(-1, -2))
    var_d = ((d - mu_d) ** 2).mean(axis=(-1, -2))
    cov = ((r - mu_r) * (d - mu_d)).mean(axis=(-1, -2))

    g = cov / (var_r + eps)
    sv = var_d - g * cov
    g = np.maximum(g, 0)
    sv = np.maximum(sv, eps)

    num = np.log(1 + g ** 2 * var_r / (sv + sigma_nsq)).sum()
    den = np.log(1 + var_r / sigma_nsq).sum()
    return num / den
