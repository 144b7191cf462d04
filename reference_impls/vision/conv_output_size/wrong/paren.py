# slip: plus-one-before-the-division
def conv_output_size(w, f, s=1, p=0, d=1):
    return (w - d * (f - 1) + 2 * p) // s
