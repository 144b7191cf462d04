# slip: start-not-counted
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    for _ in range(max_len):
        cand = []
        for s, h in hyps:
            if h[-1] == eos:
                cand.append((s, h))
            else:
                cand += [(s + lp, h + [t]) for t, lp in enumerate(log_probs(h).tolist())]
        hyps = sorted(cand, key=lambda x: -x[0])[:beam]
    return hyps[0][1]
