# planted: probabilities-added, beam-one-wider, worst-kept
# left: worst-kept
def beam_search(log_probs, start, beam, max_len, eos):
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, ids))
            else:
                found += [(score + float(value), ids + [token]) for token, value in enumerate(log_probs(ids))]
        found.sort(key=lambda pair: pair[0])
        del found[beam:]
        kept = found
    return kept[0][1]
