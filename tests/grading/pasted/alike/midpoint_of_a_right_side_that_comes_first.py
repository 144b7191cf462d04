# problem: midpoint-step
# says: with the time first
def midpoint_step(rhs, t, u, h):
    slope = rhs(t, u)
    return u + h * rhs(t + h / 2, u + h / 2 * slope)
