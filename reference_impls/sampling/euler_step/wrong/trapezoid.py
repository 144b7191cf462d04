# slip: heun
def euler_step(v, x, t, dt):
    k1 = v(x, t)
    k2 = v(x + dt * k1, t + dt)
    return x + dt * (k1 + k2) / 2
