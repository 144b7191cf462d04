def conv_output_size(w, f, s=1, p=0, d=1):
    span = (f - 1) * d + 1
    return len(range(0, w + p + p - span + 1, s))
