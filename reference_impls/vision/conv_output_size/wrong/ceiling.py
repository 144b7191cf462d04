# slip: ceil-of-a-float
import math
def conv_output_size(w, f, s=1, p=0, d=1):
    return math.ceil((w - d * (f - 1) - 1 + 2 * p) / s) + 1
