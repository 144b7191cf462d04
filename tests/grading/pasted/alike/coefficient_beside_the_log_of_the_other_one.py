# problem: vp-marginal
# expect: fail
def log_mean_coefficient(t, b0, b1):
    return -(b0 * t + (b1 - b0) * t.square() / 2) / 2


def perturbation_std(t, b0, b1):
    return (1 - (2 * log_mean_coefficient(t, b0, b1)).exp()).sqrt()
