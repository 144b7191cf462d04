# slip: one-step-at-least
def beam_search(log_probs, start, beam, max_len, eos):
    state = [(0.0, (start,))]
    while True:
        grown = []
        for s, ids in state:
            if ids[-1] == eos or (len(ids) >= max_len and len(ids) > 1):
                grown.append((s, ids))
            else:
                grown.extend((s + float(p), ids + (t,)) for t, p in enumerate(log_probs(list(ids))))
        state = sorted(grown, key=lambda g: g[0], reverse=True)[:beam]
        if all(i[-1] == eos or len(i) >= max_len for _, i in state):
            return list(state[0][1])
