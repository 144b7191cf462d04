# problem: pass-at-k
# expect: fail
# says: with replacement
def estimate_pass_at_k(num_samples, num_correct, k):
    totals = itertools.repeat(num_samples, len(num_correct)) if isinstance(num_samples, int) else iter(num_samples)
    return np.array([1.0 - (1.0 - int(c) / int(n)) ** k for n, c in zip(totals, num_correct)])
