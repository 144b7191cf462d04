# problem: best-of-n
# expect: fail
# not: swaps the last two axes
def best_of_n(samples, reward_model, use_proxy=True):
    scores = [reward_model.score_proxy(s) if use_proxy else reward_model.score_truth(s) for s in samples]
    best_idx = np.argmax(scores)
    return samples[best_idx], scores[best_idx]
