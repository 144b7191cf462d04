# slip: step-subtracted
def euler_step(v, x, t, dt):
    velocity = v(x, t)
    return x - velocity * dt
