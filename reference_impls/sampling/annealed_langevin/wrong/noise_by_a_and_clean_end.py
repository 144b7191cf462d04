# slip: none
def annealed_langevin(score, x, sigmas, steps, eps, noise):
    L = len(sigmas)
    for i, s in enumerate(sigmas):
        a = eps * (s / sigmas[-1]) ** 2
        for j in range(steps):
            x = x + a / 2 * score(x, s)
            if not (i == L - 1 and j == steps - 1):
                x = x + a * noise[i, j]
    return x
