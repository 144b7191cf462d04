# slip: middle-returned
def midpoint_step(v, x, t, dt):
    half = 0.5 * dt
    mid = x + half * v(x, t)
    slope = v(mid, t + half)
    return mid
