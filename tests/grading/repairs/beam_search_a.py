# planted: probabilities-added, beam-one-wider, worst-kept
# left: none
import heapq


def beam_search(log_probs, start, beam, max_len, eos):
    hypotheses = [([start], 0.0)]
    length = 1
    while length < max_len and any(ids[-1] != eos for ids, _ in hypotheses):
        pool = [pair for pair in hypotheses if pair[0][-1] == eos]
        for ids, total in hypotheses:
            if ids[-1] != eos:
                pool.extend((ids + [token], total + float(value)) for token, value in enumerate(log_probs(ids)))
        hypotheses = heapq.nlargest(beam, pool, key=lambda pair: pair[1])
        length += 1
    return max(hypotheses, key=lambda pair: pair[1])[0]
