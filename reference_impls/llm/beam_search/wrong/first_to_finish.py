# slip: first-finished
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    while len(hyps[0][1]) < max_len:
        cand = [(s + lp, h + [t]) for s, h in hyps for t, lp in enumerate(log_probs(h).tolist())]
        hyps = sorted(cand, reverse=True)[:beam]
        for s, h in hyps:
            if h[-1] == eos:
                return h
    return hyps[0][1]
