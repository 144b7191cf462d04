# slip: scored-again
def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    best = max(samples[:n], key=reward)
    return best, reward(best)
