import math


def log_binomial(a, b):
    return math.lgamma(a + 1) - math.lgamma(b + 1) - math.lgamma(a - b + 1)


def pass_at_k(n, c, k):
    if k > n - c:
        return 1.0
    return 1.0 - math.exp(log_binomial(n - c, k) - log_binomial(n, k))
