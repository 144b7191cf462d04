import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    rows = np.append(np.full(len(x), sigma2 ** -0.5), tau2 ** -0.5)
    targets = rows * np.append(np.asarray(x, dtype=float), mu0)
    return np.linalg.lstsq(rows[:, None], targets, rcond=None)[0][0]
