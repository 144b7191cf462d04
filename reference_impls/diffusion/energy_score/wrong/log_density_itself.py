# slip: energy-returned
def score_from_energy(energy, x):
    return -energy(x).detach()
