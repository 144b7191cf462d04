def midpoint_step(v, x, t, dt):
    return x + dt * v(x + 0.5 * dt * v(x, t), t + 0.5 * dt)
