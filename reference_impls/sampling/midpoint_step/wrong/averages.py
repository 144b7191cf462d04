# slip: slopes-averaged
def midpoint_step(v, x, t, dt):
    a = v(x, t)
    b = v(x + 0.5 * dt * a, t + 0.5 * dt)
    return x + dt * (a + b) / 2
