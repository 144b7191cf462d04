# slip: none
def midpoint_step(v, x, t, dt):
    k2 = v(x + dt / 2 * v(x, t), t + dt / 2)
    x += dt * k2
    return x
