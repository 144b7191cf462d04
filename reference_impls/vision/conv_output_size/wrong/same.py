# slip: same-padding
def conv_output_size(w, f, s=1, p=0, d=1):
    return (w + s - 1) // s
