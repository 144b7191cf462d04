# slip: state-moved-whole
def midpoint_step(v, x, t, dt):
    k = v(x, t)
    return x + dt * v(x + dt * k, t + 0.5 * dt)
