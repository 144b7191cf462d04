# slip: none
def heun_step(v, x, t, dt):
    dt = -abs(dt)
    k1 = v(x, t)
    k2 = v(x + dt * k1, t + dt)
    return x + 0.5 * dt * (k1 + k2)
