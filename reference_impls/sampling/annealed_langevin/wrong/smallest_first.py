# slip: levels-reversed
def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for i in reversed(range(len(sigmas))):
        a = eps * (sigmas[i] / sigmas[-1]) ** 2
        for j in range(steps):
            x = x + a / 2 * score(x, sigmas[i]) + a**0.5 * noise[i, j]
    return x
