# problem: bootstrap-ci
def bootstrap_ci(values, idx, alpha=0.05, statistic=np.mean):
    draws = np.array([statistic(values[row]) for row in idx])
    low, high = np.quantile(draws, [alpha / 2, 1 - alpha / 2])
    return float(statistic(values)), float(low), float(high)


def paired_difference(a, b, idx, alpha=0.05):
    return bootstrap_ci(np.asarray(a) - np.asarray(b), np.asarray(idx), alpha)
