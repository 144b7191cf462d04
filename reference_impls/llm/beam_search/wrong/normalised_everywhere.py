# slip: normalised-in-the-beam
def beam_search(log_probs, start, beam, max_len, eos):
    norm = lambda c: c[0] / len(c[1])
    hyps = [(0.0, [start])]
    for _ in range(max_len - 1):
        cand = []
        for s, h in hyps:
            cand += [(s, h)] if h[-1] == eos else [(s + lp, h + [t]) for t, lp in enumerate(log_probs(h).tolist())]
        hyps = sorted(cand, key=norm, reverse=True)[:beam]
    return max(hyps, key=norm)[1]
