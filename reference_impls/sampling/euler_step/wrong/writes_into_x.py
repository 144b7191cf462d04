# slip: none
def euler_step(v, x, t, dt):
    x += dt * v(x, t)
    return x
