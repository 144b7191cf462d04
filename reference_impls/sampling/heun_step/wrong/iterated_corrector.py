# slip: none
def heun_step(v, x, t, dt):
    """Solves the implicit trapezoidal rule by two sweeps."""
    k1 = v(x, t)
    y = x + dt * k1
    for _ in range(2):
        y = x + 0.5 * dt * (k1 + v(y, t + dt))
    return y
