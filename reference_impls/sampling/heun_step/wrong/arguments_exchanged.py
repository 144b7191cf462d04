# slip: none
def heun_step(v, x, t, dt):
    k1 = v(t, x); k2 = v(t + dt, x + dt * k1)
    return x + dt / 2 * (k1 + k2)
