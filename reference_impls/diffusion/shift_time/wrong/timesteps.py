# slip: in-steps
def shift_time(t, shift):
    return 1000 * (shift * t / (1 + (shift - 1) * t))
