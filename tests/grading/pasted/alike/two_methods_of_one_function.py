# problem: midpoint-step
# expect: error
# says: has no attribute 'middle'
def midpoint(path, x, t, dt):
    half = x + path.velocity(x, t) * dt / 2
    return x + dt * path.middle(half, t + dt / 2)
