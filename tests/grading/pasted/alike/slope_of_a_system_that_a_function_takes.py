# problem: midpoint-step
# says: your velocity is the function that the problem gives
def midpoint(path, x, t, dt):
    half = x + path.velocity(x, t) * dt / 2
    return x + dt * path.velocity(half, t + dt / 2)
