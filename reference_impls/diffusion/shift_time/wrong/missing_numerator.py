# slip: numerator-without-shift
def shift_time(t, shift):
    return t / (1 + (shift - 1) * t)
