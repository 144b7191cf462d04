# slip: third-evaluation
def heun_step(v, x, t, dt):
    euler = lambda x, t: x + dt * v(x, t)
    return x + 0.5 * dt * (v(x, t) + v(euler(x, t), t + dt))
