# slip: transposed
def conv_output_size(w, f, s=1, p=0, d=1):
    return s * (w - 1) + d * (f - 1) + 1 - 2 * p
