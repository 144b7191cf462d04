def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n must lie between 1 and the number of samples")
    best, best_reward = samples[0], reward(samples[0])
    for sample in samples[1:n]:
        r = reward(sample)
        if r > best_reward:
            best, best_reward = sample, r
    return best, best_reward
