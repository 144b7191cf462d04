# slip: euler-at-zero
def heun_step(v, x, t, dt):
    d = v(x, t)
    x_next = x + dt * d
    if t + dt == 0:
        return x_next
    return x + dt / 2 * (d + v(x_next, t + dt))
