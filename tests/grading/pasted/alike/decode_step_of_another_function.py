# problem: kv-cache-decode
# expect: invalid
# says: the file does not define decode_step, a function of q, k_new, v_new, cache
def fit_line(xs, ys, rate, rounds, verbose, decay):
    return xs, ys
