import math


def reverse_sde_step(x_t, time, h, f, g, s, noise):
    coefficient = g(time)
    back_along_drift = -h * f(x_t, time)
    toward_density = h * coefficient * coefficient * s(x_t, time)
    shaking = noise * math.sqrt(h) * coefficient
    return x_t + back_along_drift + toward_density + shaking
