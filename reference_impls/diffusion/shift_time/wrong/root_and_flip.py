# slip: none
def shift_time(t, shift):
    a = shift**0.5
    return 1 - a * t / (1 + (a - 1) * t)
