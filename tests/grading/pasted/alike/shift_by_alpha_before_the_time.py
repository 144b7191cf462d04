# problem: shift-time

def shifted(alpha, timestep):
    return alpha * timestep / (1 + (alpha - 1) * timestep)
