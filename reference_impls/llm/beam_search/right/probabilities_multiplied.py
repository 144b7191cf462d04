import math
def beam_search(log_probs, start, beam, max_len, eos):
    B = {(start,): 1.0}
    while True:
        unfinished = [h for h in B if h[-1] != eos and len(h) < max_len]
        if not unfinished:
            break
        new = {h: p for h, p in B.items() if h not in unfinished}
        for h in unfinished:
            for v, lp in enumerate(log_probs(list(h))):
                new[h + (v,)] = B[h] * math.exp(lp)
        B = dict(sorted(new.items(), key=lambda kv: kv[1])[-beam:])
    return list(max(B, key=B.get))
