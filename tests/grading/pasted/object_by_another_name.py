# problem: euler-step
class Solver:
    def __init__(me):
        me.order = 1

    def euler_step(me, v, x, t, dt):
        return x + dt * v(x, t) * me.order
