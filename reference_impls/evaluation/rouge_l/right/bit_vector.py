def rouge_l(candidate, reference):
    """Bit-parallel: each row of the table as one integer of differences."""
    n = len(reference)
    if not (candidate and n):
        return 0.0
    masks = {}
    for j, w in enumerate(reference):
        masks[w] = masks.get(w, 0) | 1 << j
    full = (1 << n) - 1
    v = full
    for w in candidate:
        u = v & masks.get(w, 0)
        v = (v + u | v - u) & full
    lcs = n - bin(v).count("1")
    return 2.0 * lcs / (len(candidate) + n)
