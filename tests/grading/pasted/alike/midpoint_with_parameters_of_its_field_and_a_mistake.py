# problem: midpoint-step
# expect: fail
# says: Your code
def midpoint(rhs, y, t, h, **settings):
    first = rhs(y, t, settings)
    return y + h * rhs(y + 0.5 * h * first, t, settings)
