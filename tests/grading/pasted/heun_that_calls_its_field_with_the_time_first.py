# problem: heun-step
# expect: fail
# says: it takes (x, t), and was called with a number, then a tensor
def heun_step(x, t, dt, v):
    first = v(t, x)
    return x + dt * (first + v(t + dt, x + dt * first)) / 2
