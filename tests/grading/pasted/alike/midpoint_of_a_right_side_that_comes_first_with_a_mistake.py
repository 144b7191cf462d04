# problem: midpoint-step
# expect: fail
def midpoint_step(rhs, t, u, h):
    slope = rhs(t, u)
    return u + h * rhs(t, u + h / 2 * slope)
