def euler_step(v, x, t, dt):
    x = x + dt * v(x, t)
    t = t + dt
    return x, t
