# slip: slopes-averaged
def midpoint_step(v, x, t, dt):
    h = dt / 2
    for _ in range(2):
        x = x + h * v(x, t)
        t = t + h
    return x
