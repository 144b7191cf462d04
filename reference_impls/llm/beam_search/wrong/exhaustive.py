# slip: never-pruned
def beam_search(log_probs, start, beam, max_len, eos):
    def best(ids):
        if len(ids) == max_len or (len(ids) > 1 and ids[-1] == eos):
            return 0.0, ids
        found = []
        for t, lp in enumerate(log_probs(ids).tolist()):
            s, h = best(ids + [t])
            found.append((lp + s, h))
        return max(found)
    return best([start])[1]
