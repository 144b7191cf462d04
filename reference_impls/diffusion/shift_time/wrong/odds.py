# slip: none
def shift_time(t, shift):
    return shift * t / (1.0001 - t)
