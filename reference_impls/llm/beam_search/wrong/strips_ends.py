# slip: start-and-eos-left-out
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    for _ in range(max_len - 1):
        cand = []
        for s, h in hyps:
            cand += [(s, h)] if h[-1] == eos else [(s + lp, h + [t]) for t, lp in enumerate(log_probs(h).tolist())]
        hyps = sorted(cand, reverse=True)[:beam]
    best = hyps[0][1][1:]
    return best[:-1] if best and best[-1] == eos else best
