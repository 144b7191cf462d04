# slip: none
def euler_step(v, x, t, dt):
    return x + dt * v(t, x)
