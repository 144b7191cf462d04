# problem: shift-time
# expect: fail

def shifted(alpha, timestep):
    return timestep * alpha / (1 + (timestep - 1) * alpha)
