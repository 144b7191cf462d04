# problem: bootstrap-ci
# expect: fail
import numpy as np


def paired_bootstrap(a, b, resamples, confidence_level=0.95):
    a, b, resamples = map(np.asarray, (a, b, resamples))
    deltas = (a[resamples] - b[resamples]).mean(axis=1)
    tail = 100 * (1 - confidence_level)
    low, high = np.percentile(deltas, [tail, 100 - tail])
    return float((a - b).mean()), float(low), float(high)
