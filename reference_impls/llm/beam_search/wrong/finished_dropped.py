# slip: finished-are-lost-until-none-is-left
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    for _ in range(max_len - 1):
        cand = []
        for s, h in hyps:
            if h[-1] == eos:
                continue
            cand.extend((s + lp, h + [t]) for t, lp in enumerate(log_probs(h).tolist()))
        if not cand:
            break
        hyps = sorted(cand, key=lambda c: c[0], reverse=True)[:beam]
    return hyps[0][1]
