# slip: none
def shift_time(t, shift):
    t = 1 - t
    return shift * t / (1 - (shift - 1) * t)
