# problem: shift-time
# expect: fail
# says: divides the odds
def time_shift(mu: float, sigma: float, t):
    factor = math.exp(mu)
    return 1 / (1 + factor * (1 / t - 1) ** sigma)
