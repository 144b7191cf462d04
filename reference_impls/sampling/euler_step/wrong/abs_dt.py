# slip: step-absolute
def euler_step(v, x, t, dt):
    h = abs(dt)
    return x + h * v(x, t)
