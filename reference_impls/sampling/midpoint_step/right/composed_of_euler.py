def euler(slope, x, h):
    return x + h * slope


def midpoint_step(v, x, t, dt):
    """An Euler step to the middle, and one over all of dt from the start with the slope found there."""
    middle = euler(v(x, t), x, dt / 2)
    return euler(v(middle, t + dt / 2), x, dt)
