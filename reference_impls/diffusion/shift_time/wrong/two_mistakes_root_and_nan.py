# slip: none
import math
def shift_time(t, shift):
    r = math.sqrt(shift) * t / (1 - t)
    return r / (1 + r)
