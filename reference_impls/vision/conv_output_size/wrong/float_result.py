# slip: true-division
def conv_output_size(w, f, s=1, p=0, d=1):
    k = d * (f - 1) + 1
    return 1 + (w - k + 2 * p) / s
