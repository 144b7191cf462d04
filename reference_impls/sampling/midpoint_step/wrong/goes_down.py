# slip: all-steps-backwards
def midpoint_step(v, x, t, dt):
    mid = x - 0.5 * dt * v(x, t)
    return x - dt * v(mid, t - 0.5 * dt)
