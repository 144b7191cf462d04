# problem: vp-marginal
# expect: fail
# says: mean_coefficient and perturbation_std are graded together as vp_marginal
def mean_coefficient(t, b0, b1):
    integral = b0 * t + (b1 - b0) * t.square() / 2
    return (-integral / 2).exp()


def perturbation_std(t, b0, b1):
    integral = b0 * t + (b1 - b0) * t.square() / 2
    return 1 - (-integral).exp()
