# slip: finished-set-aside
def beam_search(log_probs, start, beam, max_len, eos):
    live, done = [([start], 0.0)], []
    for _ in range(max_len - 1):
        ext = []
        for ids, s in live:
            lp = log_probs(ids)
            ext.extend((ids + [v], s + float(lp[v])) for v in range(len(lp)))
        ext.sort(key=lambda h: -h[1])
        live = []
        for h in ext[:beam]:
            (done if h[0][-1] == eos else live).append(h)
        if not live:
            break
    return max(done + live, key=lambda h: h[1])[0]
