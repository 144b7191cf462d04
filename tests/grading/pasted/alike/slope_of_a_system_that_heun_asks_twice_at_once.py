# problem: heun-step
# expect: fail
# says: given in your system: rhs
class Heun:
    def __init__(self, system):
        self.system = system

    def step(self, x, t, dt):
        first = self.system.rhs(x, t)
        second = self.system.rhs(x + dt * first, t)
        return x + dt * (first + second) / 2
