# slip: halved-to-whole-numbers
def midpoint_step(v, x, t, dt):
    half = dt // 2
    return x + dt * v(x + half * v(x, t), t + half)
