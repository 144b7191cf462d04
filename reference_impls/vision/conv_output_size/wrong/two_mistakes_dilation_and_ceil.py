# slip: none
def conv_output_size(w, f, s=1, p=0, d=1):
    return -((f - w - 2 * p) // s) + 1
