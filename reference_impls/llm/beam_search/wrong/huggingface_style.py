# slip: finished-set-aside-and-preferred
def beam_search(log_probs, start, beam, max_len, eos):
    live, completed = [([start], 0.0)], []
    for _ in range(max_len - 1):
        ext = [(h + [v], s + lp) for h, s in live for v, lp in enumerate(log_probs(h).tolist())]
        ext.sort(key=lambda x: x[1], reverse=True)
        ext = ext[:beam]
        completed += [x for x in ext if x[0][-1] == eos]
        live = [x for x in ext if x[0][-1] != eos]
        if not live:
            break
    if not completed:
        completed = live
    return max(completed, key=lambda x: x[1])[0]
