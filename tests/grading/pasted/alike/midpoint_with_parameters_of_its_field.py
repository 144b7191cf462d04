# problem: midpoint-step
# says: the given function is called without what is None or empty in your call
def midpoint(rhs, y, t, h, **settings):
    first = rhs(y, t, settings)
    return y + h * rhs(y + 0.5 * h * first, t + 0.5 * h, settings)
