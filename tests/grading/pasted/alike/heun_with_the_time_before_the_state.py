# problem: heun-step
# says: with the time first
def heun_step(t, state, h, rhs):
    slope = rhs(t, state)
    ahead = rhs(t + h, state + h * slope)
    return state + h * (slope + ahead) / 2
