# slip: heun
def midpoint_step(v, x, t, dt):
    d = v(x, t)
    x_pred = x + d * dt
    d_prime = v(x_pred, t + dt)
    return x + dt * (d + d_prime) * 0.5
