# slip: no-dt
def euler_step(v, x, t, dt):
    x_next = x + v(x, t)
    return x_next
