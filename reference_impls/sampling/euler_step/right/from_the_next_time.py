def euler_step(v, x, t, dt):
    """The way samplers write it: from t_cur to t_next."""
    t_cur, t_next = t, t + dt
    d_cur = v(x, t_cur)
    return x + (t_next - t_cur) * d_cur
