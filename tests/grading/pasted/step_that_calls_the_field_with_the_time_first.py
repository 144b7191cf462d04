# problem: heun-step
# expect: fail
# says: it takes (x, t), and was called with a number, then a tensor
def heun_step(t, y, dt, f):
    k1 = f(t, y)
    return y + 0.5 * (k1 + f(t + dt, y + k1 * dt)) * dt
