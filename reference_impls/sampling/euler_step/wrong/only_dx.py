# slip: increment-alone
def euler_step(v, x, t, dt):
    dx = v(x, t) * dt
    return dx
