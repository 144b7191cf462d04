# slip: time-not-moved
def midpoint_step(v, x, t, dt):
    mid = x + v(x, t) * dt / 2
    return x + v(mid, t) * dt
