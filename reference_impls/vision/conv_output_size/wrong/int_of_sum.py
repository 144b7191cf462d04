# slip: floored-float-with-one
def conv_output_size(w, f, s=1, p=0, d=1):
    return int((w + 2 * p - d * (f - 1) - 1) / s + 1)
