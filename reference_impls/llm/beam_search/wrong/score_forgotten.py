# slip: scores-not-added
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    for _ in range(max_len - 1):
        cand = []
        for s, h in hyps:
            if h[-1] == eos:
                cand.append((s, h))
                continue
            for t, lp in enumerate(log_probs(h).tolist()):
                cand.append((lp, h + [t]))
        hyps = sorted(cand, key=lambda c: c[0], reverse=True)[:beam]
    return hyps[0][1]
