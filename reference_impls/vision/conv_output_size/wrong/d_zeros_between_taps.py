# slip: dilation-counts-gaps-above-one
def conv_output_size(w, f, s=1, p=0, d=1):
    span = f
    if d > 1:
        span += (f - 1) * d
    return (w + 2 * p - span) // s + 1
