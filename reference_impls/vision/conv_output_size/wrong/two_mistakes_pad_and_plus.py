# slip: none
def conv_output_size(w, f, s=1, p=0, d=1):
    return (w + p - d * (f - 1) - 1) // s
