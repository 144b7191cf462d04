# slip: raises-if-few-wrong
import math


def pass_at_k(n, c, k):
    lc = lambda a, b: math.lgamma(a + 1) - math.lgamma(b + 1) - math.lgamma(a - b + 1)
    return 1 - math.exp(lc(n - c, k) - lc(n, k))
