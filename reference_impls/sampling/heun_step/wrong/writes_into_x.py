# slip: none
def heun_step(v, x, t, dt):
    k1 = v(x, t)
    k2 = v(x + dt * k1, t + dt)
    x += 0.5 * dt * (k1 + k2)
    return x
