# slip: denominator-with-shift
def shift_time(t, shift):
    return shift * t / (1 + shift * t)
