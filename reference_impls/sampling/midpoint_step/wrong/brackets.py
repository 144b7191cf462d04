# slip: time-brackets
def midpoint_step(v, x, t, dt):
    t_mid = (t + dt) / 2
    x_mid = x + dt / 2 * v(x, t)
    return x + dt * v(x_mid, t_mid)
