# slip: inverse
def shift_time(t, shift):
    return t / (t + shift * (1 - t))
