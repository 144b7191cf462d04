# problem: midpoint-step
# expect: fail
# says: t + dt/2
class ExplicitMidpoint(Stepper):
    def step(self, rhs, y, t, h, first_slope=None):
        slope = rhs(y, t) if first_slope is None else first_slope
        middle = y + h / 2 * slope
        y_next = y + h * rhs(middle, t)
        return None, y_next, None
