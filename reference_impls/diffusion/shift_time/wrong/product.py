# slip: not-normalized
def shift_time(t, shift):
    return t * shift
