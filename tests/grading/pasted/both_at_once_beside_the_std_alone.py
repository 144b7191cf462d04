# problem: vp-marginal
# not: graded together
def perturbation_std(t, b0, b1):
    integral = b0 * t + (b1 - b0) * t.square() / 2
    return (1 - (-integral).exp()).sqrt()


def perturbation(t, b0, b1):
    integral = b0 * t + (b1 - b0) * t.square() / 2
    return (-integral / 2).exp(), perturbation_std(t, b0, b1)
