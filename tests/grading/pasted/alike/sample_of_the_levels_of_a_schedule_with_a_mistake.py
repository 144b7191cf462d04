# problem: forward-diffuse
# expect: fail
# says: Your code multiplies eps by 1 - ᾱ_t, the variance.
def q_sample(x0, t, schedule, eps):
    ab, = [schedule["alphas_bar"][t]]
    ab = ab.view(-1, *[1] * (x0.ndim - 1))
    return ab.sqrt() * x0 + (1 - ab) * eps
