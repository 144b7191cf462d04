# problem: shift-time
# says: your mu is log(shift), since your code takes exp of it
def time_shift(mu: float, sigma: float, t):
    factor = math.exp(mu)
    return factor / (factor + (1 / t - 1) ** sigma)
