# problem: midpoint-step
# expect: error
# says: with the time first, and with the state first

def rk2(f, x, t, h):
    slope = f(t, x)
    return x + h * f(x + h / 2 * slope, t + h / 2)
