# slip: clock-turned
def shift_time(t, shift):
    u = 1 - t
    return shift * u / (1 + (shift - 1) * u)
