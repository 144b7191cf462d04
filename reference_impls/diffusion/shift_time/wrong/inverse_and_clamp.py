# slip: none
def shift_time(t, shift):
    return (t / (t + shift * (1 - t))).clamp(0.001, 0.999)
