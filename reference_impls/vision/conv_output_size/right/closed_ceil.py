def conv_output_size(w, f, s=1, p=0, d=1):
    valid = w + 2 * p - d * (f - 1)
    return -(-valid // s)
