# problem: heun-step
def heun_step(y, rhs, t, h):
    first = y + h * rhs(y, t)
    second = y + h * rhs(first, t + h)
    return (first + second) / 2
