# planted: probabilities-added, beam-one-wider, worst-kept
# left: probabilities-added, beam-one-wider
import math


def beam_search(log_probs, start, beam, max_len, eos):
    kept = [([start], 0.0)]
    for _ in range(max_len - 1):
        found = []
        for ids, total in kept:
            if ids[-1] == eos:
                found.append((ids, total))
                continue
            values = log_probs(ids)
            for token in range(len(values)):
                found.append((ids + [token], total + math.exp(values[token])))
        found.sort(key=lambda pair: pair[1], reverse=True)
        kept = found[: beam + 1]
    return kept[0][0]
