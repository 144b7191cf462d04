# slip: time-absolute
def heun_step(v, x, t, dt):
    t_next = t + dt if dt > 0 else t - dt
    d_cur = v(x, t)
    d_next = v(x + d_cur * dt, t_next)
    return x + (d_cur + d_next) / 2 * dt
