def euler_step(v, x, t, dt):
    return x + v(x, t) * dt
