import numpy as np


def bootstrap_ci(a, b, indices, alpha=0.05):
    """statistic, resamples with an axis, percentile interval, as the statistics library has it."""
    data = (np.asarray(a), np.asarray(b))

    def statistic(x, y, axis):
        return np.mean(x, axis=axis) - np.mean(y, axis=axis)

    resampled = [sample[..., np.asarray(indices)] for sample in data]
    theta_hat_b = statistic(*resampled, axis=-1)
    interval = (alpha / 2, 1 - alpha / 2)
    ci_l, ci_u = (np.quantile(theta_hat_b, p, method="linear") for p in interval)
    return statistic(*data, axis=-1), ci_l, ci_u
