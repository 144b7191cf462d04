# problem: heun-step
# says: Solver.step is graded as heun_step
class Solver:
    def __init__(self, f):
        self.f = f

    def step(self, x, t, h):
        slope = self.f(x, t)
        return x + h / 2 * (slope + self.f(x + h * slope, t + h))
