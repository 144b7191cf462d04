# problem: dpm-solver-2m-step
# expect: fail
# says: The problem also asks for x0_prev: yours has no such parameter.
class DPMSolver:
    def __init__(self):
        self.x0_prev = None

    def step(self, x, x0, sigma, sigma_prev, sigma_next):
        if sigma_next == 0:
            return x0
        h, D = math.log(sigma / sigma_next), x0
        if self.x0_prev is not None:
            r = math.log(sigma_prev / sigma) / h
            D = (1 + 1 / (2 * r)) * x0 - 1 / (2 * r) * self.x0_prev
        return sigma_next / sigma * x - math.expm1(-h) * D
