# slip: odds-at-pure-noise
def shift_time(t, shift):
    r = shift * t / (1 - t)
    return r / (1 + r)
