# problem: euler-step
# expect: error
# says: has no attribute 'drift'
def euler_step(v, x, t, dt):
    return x + dt * v.drift(x, t)
