# slip: time-moved-whole
def midpoint_step(v, x, t, dt):
    mid = x + v(x, t) * dt / 2
    t = t + dt
    return x + v(mid, t) * dt
