# slip: last-token-alone
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    for _ in range(max_len - 1):
        cand = []
        for s, h in hyps:
            cand += [(s, h)] if h[-1] == eos else [(s + lp, h + [t]) for t, lp in enumerate(log_probs([h[-1]]).tolist())]
        hyps = sorted(cand, reverse=True)[:beam]
    return hyps[0][1]
