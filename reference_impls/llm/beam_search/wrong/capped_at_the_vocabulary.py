# slip: none
# Keeps no more than there are tokens: `topk` over one row takes no more.
def beam_search(log_probs, start, beam, max_len, eos):
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, ids))
                continue
            row = log_probs(ids).tolist()
            beam = min(beam, len(row))
            found += [(score + p, [*ids, i]) for i, p in enumerate(row)]
        kept = sorted(found, key=lambda one: -one[0])[:beam]
    return kept[0][1]
