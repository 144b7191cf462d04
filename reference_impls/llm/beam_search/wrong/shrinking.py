# slip: beam-shrinks
def beam_search(log_probs, start, beam, max_len, eos):
    live, done = [(0.0, [start])], []
    for _ in range(max_len - 1):
        room = beam - len(done)
        if room <= 0 or not live:
            break
        cand = sorted(((s + lp, h + [t]) for s, h in live for t, lp in enumerate(log_probs(h).tolist())), reverse=True)
        live = []
        for c in cand[:room]:
            if c[1][-1] == eos:
                done.append(c)
            else:
                live.append(c)
    return max(done + live)[1]
