# slip: read-as-denoised
def euler_step(v, x, t, dt):
    d = (x - v(x, t)) / t
    return x + dt * d
