# slip: time-of-thousand
def euler_step(v, x, t, dt):
    timestep = t * 1000
    return x + v(x, timestep) * dt
