import math


def compute_optimal(compute, e, a, b, alpha, beta):
    """The zero of the derivative by log n."""

    def slope(log_n):
        n = math.exp(log_n)
        d = compute / (6 * n)
        return beta * b * d**-beta - alpha * a * n**-alpha

    low, high = 0.0, math.log(compute / 6)
    for _ in range(200):
        mid = (low + high) / 2
        if slope(mid) > 0:
            high = mid
        else:
            low = mid
    n = math.exp(low)
    d = compute / 6 / n
    return n, d, e + a * n**-alpha + b * d**-beta
