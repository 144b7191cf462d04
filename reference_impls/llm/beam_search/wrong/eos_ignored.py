# slip: finished-are-extended-until-all-end
def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [(0.0, [start])]
    for _ in range(max_len - 1):
        cand = [(s + lp, h + [t]) for s, h in hyps for t, lp in enumerate(log_probs(h).tolist())]
        hyps = sorted(cand, key=lambda x: -x[0])[:beam]
        if all(h[-1] == eos for _, h in hyps):
            break
    return hyps[0][1]
