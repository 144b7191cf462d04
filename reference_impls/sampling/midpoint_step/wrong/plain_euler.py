# slip: euler
def midpoint_step(v, x, t, dt):
    return x + dt * v(x, t)
