# slip: power
def shift_time(t, shift):
    return t ** (1 / shift)
