# problem: euler-step
# expect: fail
# says: Your code evaluates v at time t + dt.
# says: Your code writes into its argument x.
# not: The answers are wrong, too.


def euler_step(velocity, state, time, dt):
    time = time + dt
    state += velocity(state, time) * dt
    return state
