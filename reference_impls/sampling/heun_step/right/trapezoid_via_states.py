def heun_step(v, x, t, dt):
    y = x + dt * v(x, t)
    return 0.5 * (x + y + dt * v(y, t + dt))
