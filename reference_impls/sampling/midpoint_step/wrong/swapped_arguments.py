# slip: arguments-exchanged
def midpoint_step(v, x, t, dt):
    k1 = v(t, x)
    return x + dt * v(t + dt / 2, x + dt / 2 * k1)
