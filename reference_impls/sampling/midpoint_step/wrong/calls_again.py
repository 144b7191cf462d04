# slip: third-evaluation
def midpoint_step(v, x, t, dt):
    mid = lambda: x + dt / 2 * v(x, t)
    assert mid().shape == x.shape
    return x + dt * v(mid(), t + dt / 2)
