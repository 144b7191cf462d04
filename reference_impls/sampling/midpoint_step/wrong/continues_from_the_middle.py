# slip: from-the-middle
def midpoint_step(v, x, t, dt):
    half = dt / 2
    x = x + half * v(x, t)
    return x + dt * v(x, t + half)
