# slip: dilation-ignored
def conv_output_size(w, f, s=1, p=0, d=1):
    return (w - f + 2 * p) // s + 1
