def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [([start], 0.0)]
    for _ in range(max_len - 1):
        cand = []
        for h, s in hyps:
            cand += [(h, s)] if h[-1] == eos else [(h + [t], s + lp) for t, lp in enumerate(log_probs(h).tolist())]
        hyps = sorted(cand, key=lambda c: c[1], reverse=True)[:beam]
    return hyps[0]
