# slip: each-its-best
def beam_search(log_probs, start, beam, max_len, eos):
    if max_len == 1:
        return [start]
    lp = log_probs([start])
    order = sorted(range(len(lp)), key=lambda t: -lp[t])[:beam]
    results = []
    for t in order:
        ids, s = [start, t], float(lp[t])
        while ids[-1] != eos and len(ids) < max_len:
            p = log_probs(ids)
            j = int(p.argmax())
            ids.append(j)
            s += float(p[j])
        results.append((s, ids))
    return max(results)[1]
