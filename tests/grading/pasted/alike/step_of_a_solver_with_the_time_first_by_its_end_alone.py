# problem: heun-step
# expect: fail
class Improved:
    order = 2

    def advance(self, f, x, t, h):
        first = f(t, x)
        second = f(t + h, x + h * first)
        return x + h * second


def integrate_once(f, x, t, h):
    return Improved().advance(f, x, t, h)
