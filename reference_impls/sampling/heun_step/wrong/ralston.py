# slip: ralston
def heun_step(v, x, t, dt):
    k1 = v(x, t)
    k2 = v(x + 2 / 3 * dt * k1, t + 2 / 3 * dt)
    return x + dt * (k1 / 4 + 3 * k2 / 4)
