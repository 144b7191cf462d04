# slip: dilation-times-kernel
def conv_output_size(w, f, s=1, p=0, d=1):
    f = f * d
    return (w - f + 2 * p) // s + 1
