def conv_output_size(w, f, s=1, p=0, d=1):
    effective_kernel = f + (f - 1) * (d - 1)
    places, _ = divmod(w - effective_kernel + 2 * p, s)
    return 1 + places
