# slip: normalised-at-the-end
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    while any(h[-1] != eos and len(h) < max_len for _, h in hyps):
        cand = []
        for s, h in hyps:
            if h[-1] == eos or len(h) == max_len:
                cand.append((s, h))
            else:
                lp = log_probs(h)
                cand += [(s + float(lp[v]), h + [v]) for v in range(len(lp))]
        hyps = sorted(cand, reverse=True)[:beam]
    return max(hyps, key=lambda h: h[0] / max(1, len(h[1]) - 1))[1]
