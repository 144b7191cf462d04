# slip: slope-at-the-end
def euler_step(v, x, t, dt):
    guess = x + dt * v(x, t)
    return x + dt * v(guess, t + dt)
