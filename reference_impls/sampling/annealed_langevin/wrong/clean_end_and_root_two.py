# slip: none
def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for i, s in enumerate(sigmas):
        a = eps * (s / sigmas[-1]) ** 2
        for j in range(steps):
            last = i == len(sigmas) - 1 and j == steps - 1
            x = x + a * score(x, s) + (0 if last else (2 * a) ** 0.5) * noise[i, j]
    return x
