# problem: pass-at-k
def estimate_pass_at_k(num_correct, num_samples, k):
    if num_samples - num_correct < k:
        return 1.0
    return 1.0 - math.comb(num_samples - num_correct, k) / math.comb(num_samples, k)
