def heun_step(v, x, t, dt):
    """Half of the Euler point and half of where a second Euler step with the end slope leads."""
    slope = v(x, t)
    euler = x + dt * slope
    corrected = x + dt * v(euler, t + dt)
    return 0.5 * (euler + corrected)
