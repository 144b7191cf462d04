# slip: floats-overflow
import math


def pass_at_k(n, c, k):
    a = float(math.comb(n - c, k))
    b = float(math.comb(n, k))
    return 1.0 - a / b
