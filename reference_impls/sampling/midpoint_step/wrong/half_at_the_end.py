# slip: half-a-step
def midpoint_step(v, x, t, dt):
    half = dt / 2
    k1 = v(x, t)
    k2 = v(x + half * k1, t + half)
    return x + half * k2
