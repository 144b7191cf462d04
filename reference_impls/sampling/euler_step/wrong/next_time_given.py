# slip: dt-is-the-next-time
def euler_step(v, x, t, t_next):
    return x + (t_next - t) * v(x, t)
