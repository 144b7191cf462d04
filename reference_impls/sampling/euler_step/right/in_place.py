def euler_step(v, x, t, dt):
    out = v(x, t)
    out *= dt
    return out.add_(x)
