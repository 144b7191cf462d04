# problem: pass-at-k
# says: the inputs were converted to arrays of one number
def estimate_pass_at_k(num_samples, num_correct, k):
    def of_one(n, c):
        if n - c < k:
            return 1.0
        return 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1))

    totals = itertools.repeat(num_samples, len(num_correct)) if isinstance(num_samples, int) else iter(num_samples)
    return np.array([of_one(int(n), int(c)) for n, c in zip(totals, num_correct)])
