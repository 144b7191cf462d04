# slip: slope-at-the-new-time
def euler_step(v, x, t, dt):
    t += dt
    return x + dt * v(x, t)
