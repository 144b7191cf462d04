# slip: step-absolute
def midpoint_step(v, x, t, dt):
    h = abs(dt)
    mid = x + 0.5 * h * v(x, t)
    return x + h * v(mid, t + 0.5 * h)
