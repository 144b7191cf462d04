# problem: bootstrap-ci
# expect: invalid
# says: yours has no such parameter.
# not: also needs
def bootstrap_interval(data, statistic=np.mean, n_bootstrap=1000, confidence=0.95, seed=None):
    rng = np.random.default_rng(seed)
    found = [statistic(rng.choice(data, size=len(data), replace=True)) for _ in range(n_bootstrap)]
    low = 100 * (1 - confidence) / 2
    return np.percentile(found, low), np.percentile(found, 100 - low)
