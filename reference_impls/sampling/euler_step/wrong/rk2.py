# slip: midpoint
def euler_step(v, x, t, dt):
    half = 0.5 * dt
    mid = x + half * v(x, t)
    return x + dt * v(mid, t + half)
