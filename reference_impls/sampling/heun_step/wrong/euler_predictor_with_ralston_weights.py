# slip: weights-of-ralston
def heun_step(v, x, t, dt):
    k1 = v(x, t)
    k2 = v(x, t + dt)
    return x + dt * (k1 / 4 + 3 * k2 / 4)
