# slip: greedy
def beam_search(log_probs, start, beam, max_len, eos):
    ids = [start]
    while len(ids) < max_len:
        ids.append(int(log_probs(ids).argmax()))
        if ids[-1] == eos:
            break
    return ids
