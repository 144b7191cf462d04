# problem: midpoint-step
# expect: pass
class MidpointSolver:
    def step(self, model, x, t0, t1):
        dt = t1 - t0
        half = x + 0.5 * dt * model(x, t0)
        return x + dt * model(half, t0 + 0.5 * dt)
