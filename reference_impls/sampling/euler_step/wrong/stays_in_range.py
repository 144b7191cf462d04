# slip: cut-to-the-unit-interval
def euler_step(v, x, t, dt):
    t_next = max(0.0, min(1.0, t + dt))
    return x + v(x, t) * (t_next - t)
