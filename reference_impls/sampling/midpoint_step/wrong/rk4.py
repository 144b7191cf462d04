# slip: runge-kutta-4
def midpoint_step(v, x, t, dt):
    h = dt / 2
    k1 = v(x, t)
    k2 = v(x + h * k1, t + h)
    k3 = v(x + h * k2, t + h)
    k4 = v(x + dt * k3, t + dt)
    return x + dt * (k1 + 2 * (k2 + k3) + k4) / 6
